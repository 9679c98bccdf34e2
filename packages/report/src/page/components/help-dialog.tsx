import { useLayoutEffect, useRef } from 'preact/hooks';

const KEYS = [
  [['j', '↓'], 'the next change'],
  [['k', '↑'], 'the one before'],
  [['Enter', 'o'], 'open or close it'],
  [['/'], 'search'],
  [['1', '2', '3'], 'only breaking changes, warnings, safe changes'],
  [['x'], 'clear the filters'],
  [['t'], 'the next theme'],
  [['?'], 'this help'],
] as const;

/** What keys do. */
export function HelpDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (isOpen) ref.current?.showModal();
    else ref.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={ref}
      class="help"
      aria-labelledby="help"
      // The browser tells of its closing a moment later, in which a key may have opened it again.
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <h2 id="help">Keys</h2>
      <dl>
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="faint">A link to a change ends with # and its fingerprint.</p>
      <button type="button" class="quiet" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
