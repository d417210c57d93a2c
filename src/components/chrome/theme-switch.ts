import { nextTheme, parseTheme, type Theme } from './reading-state.ts';
import { recall, remember } from './storage.ts';

const names: Record<Theme, string> = { system: '跟随系统', light: '浅色', dark: '深色' };

function apply(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const { scheme } = meta.dataset;
    meta.media = theme === 'system' ? `(prefers-color-scheme: ${scheme ?? ''})` : scheme === theme ? 'all' : 'not all';
  }
}

/** The button of ThemeSwitch.astro. Other tabs follow. */
class ThemeSwitch extends HTMLElement {
  private theme: Theme = 'system';

  connectedCallback(): void {
    this.show(parseTheme(recall('local', 'theme')));
    this.button?.addEventListener('click', () => {
      this.show(nextTheme(this.theme));
      remember('local', 'theme', this.theme === 'system' ? null : this.theme);
      apply(this.theme);
    });
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== 'theme') return;
      this.show(parseTheme(newValue));
      apply(this.theme);
    });
  }

  private get button(): HTMLButtonElement | null {
    return this.querySelector('button');
  }

  private show(theme: Theme): void {
    this.theme = theme;
    const { button } = this;
    if (button === null) return;
    const label = `外观：${names[theme]}，点按换成${names[nextTheme(theme)]}`;
    button.dataset.themeChoice = theme;
    button.setAttribute('aria-label', label);
    button.title = label;
  }
}

customElements.define('theme-switch', ThemeSwitch);
