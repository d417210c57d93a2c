/** What is left of a plan, said above it; progress.ts owns the boxes and what they remember. */

import { duration } from './labels.ts';

const plan = document.querySelector('.plan');
const line = document.querySelector('.plan-left');
const opening = line?.textContent ?? '';

function show(): void {
  const days = [...plan?.querySelectorAll<HTMLButtonElement>('.read-toggle') ?? []];
  const left = days.filter((day) => day.ariaPressed !== 'true');
  if (line === null) return;
  if (left.length === days.length) line.textContent = opening;
  else if (left.length === 0) line.textContent = `${days.length} 天全部读完。`;
  else {
    const minutes = left.reduce((sum, { dataset }) => sum + Number(dataset.minutes), 0);
    line.textContent = `读完 ${days.length - left.length} 天，还有 ${left.length} 天，正文约 ${duration(minutes)}。`;
  }
}

if (plan !== null) new MutationObserver(show).observe(plan, { attributes: true, attributeFilter: ['aria-pressed'], subtree: true });
show();
