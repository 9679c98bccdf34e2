import { useState } from 'preact/hooks';
import { chooseTheme, savedTheme, type Theme } from '../theme.ts';
import { Icon } from './icon.tsx';

const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const WORDS: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** The theme of the page, and what turns it to the next one. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState(savedTheme);
  const turn = () => {
    const next = NEXT[theme];
    chooseTheme(next);
    setTheme(next);
  };
  return [theme, turn];
}

/** A button that turns the page from the system's theme to light, to dark, and back. */
export function ThemeSwitch({ theme, onTurn }: { readonly theme: Theme; readonly onTurn: () => void }) {
  return (
    <button
      type="button"
      class="quiet"
      onClick={onTurn}
      aria-label={`Theme: ${WORDS[theme]}`}
      title="Theme (t)"
    >
      <Icon name={theme} />
      <span class="wide-only">{WORDS[theme]}</span>
    </button>
  );
}
