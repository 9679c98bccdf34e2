import { useState } from 'preact/hooks';
import { OperationName } from './text.tsx';

/** How many operations of a change are shown before the reader asks for more. */
const SHOWN = 8;

/** The operations that a change touches, each of which shows what else touches it. */
export function OperationList({
  operations,
  onChoose,
}: {
  readonly operations: readonly string[];
  readonly onChoose: (name: string) => void;
}) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? operations : operations.slice(0, SHOWN);
  return (
    <>
      <ul class="operations">
        {shown.map((name) => (
          <li key={name}>
            <button
              type="button"
              class="link"
              title="Show all changes of this operation"
              onClick={() => onChoose(name)}
            >
              <OperationName name={name} />
            </button>
          </li>
        ))}
      </ul>
      {shown.length < operations.length && (
        <button type="button" class="link more" onClick={() => setWhole(true)}>
          Show all {operations.length.toLocaleString('en-US')}
        </button>
      )}
    </>
  );
}
