import { useLayoutEffect } from 'preact/hooks';

/** What keys do, by their names in `KeyboardEvent.key`. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Lets single keys do something wherever the reader is not typing. Keys with Ctrl, Alt or Meta are the browser's. */
export function useKeys(keys: Keys): void {
  // At once, so that a key counts as soon as the page is seen.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (!Object.hasOwn(keys, event.key)) return;
      keys[event.key]?.(event);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, select, textarea');
}
