import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** How long a button says that it has copied. */
const SAID_MS = 1_600;

/** Copies a text, and says so. A browser that lets nothing be copied leaves it to be selected. */
export function CopyButton({
  text,
  label,
  icon = 'copy',
  onCopy,
}: {
  readonly text: () => string;
  readonly label: string;
  readonly icon?: 'copy' | 'link';
  readonly onCopy?: () => void;
}) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    onCopy?.();
    Promise.resolve(navigator.clipboard?.writeText(text())).then(
      () => setSaid('Copied'),
      () => setSaid('Can’t copy here'),
    );
  };
  return (
    <button type="button" class="quiet" onClick={copy}>
      <Icon name={icon} size={14} />
      <span aria-live="polite">{said === '' ? label : said}</span>
    </button>
  );
}
