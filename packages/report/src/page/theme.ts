/** Light, dark, or whatever the system says. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'xano-specs-theme';

/** The theme that the reader chose before; `auto` where none was chosen or nothing can be kept. */
export function savedTheme(): Theme {
  try {
    const saved = localStorage.getItem(KEY);
    return saved === 'light' || saved === 'dark' ? saved : 'auto';
  } catch {
    return 'auto';
  }
}

/** Shows the page in this theme. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Shows the page in this theme, and from now on. A browser that keeps nothing for files shows it until it is left. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {}
}
