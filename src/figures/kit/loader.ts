/** The only script that a page with figures starts with: it fetches a figure's code when the figure comes near. */

import type { Figure } from './element.ts';

export function whenNear<State>(name: string, load: () => Promise<{ readonly figure: Figure<State> }>): void {
  const labs = document.querySelectorAll<HTMLElement>(`[data-figure="${name}"]`);
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      void Promise.all([import('./lab.ts'), load()]).then(([{ start }, { figure }]) => start(target as HTMLElement, figure));
    }
  }, { rootMargin: '50%' });
  for (const lab of labs) observer.observe(lab);
  const goToShared = (): void => {
    if (location.hash.startsWith(`#${name}~`)) labs[0]?.scrollIntoView({ block: 'center' });
  };
  addEventListener('hashchange', goToShared);
  goToShared();
}
