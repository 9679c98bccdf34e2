import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PageCheck, PageDetails, PageWitness } from '../../page-data.ts';
import { count } from '../../words.ts';
import { oneLine } from '../data/one-line.ts';
import { visible } from '../data/visible.ts';
import { CopyButton } from './copy-button.tsx';
import { OperationList } from './operation-list.tsx';
import { SideBySide } from './side-by-side.tsx';
import { Code, Sentence } from './text.tsx';

/** What an open change shows: the proof, the schemas, whom it touches, and how to refer to it. */
export function ChangeDetails({
  details,
  check,
  operations,
  onOperation,
  onLink,
}: {
  readonly details: PageDetails;
  readonly check: PageCheck | null;
  readonly operations: readonly string[];
  readonly onOperation: (name: string) => void;
  /** Makes the page's address one that leads here, and gives it. */
  readonly onLink: () => string;
}) {
  const { message, witness, rows, base, head, accepted, fingerprint } = details;
  return (
    <div class="details">
      {accepted !== null && (
        <Part title="Accepted">
          <p>
            <bdi>{visible(accepted.reason)}</bdi>
            {accepted.expires !== null && `, until ${visible(accepted.expires)}`}
            <span class="faint"> (line {accepted.line} of the exceptions file)</span>
          </p>
        </Part>
      )}
      <Part title={proofTitle(details)}>
        <p class="message">
          <Sentence text={message} />
        </p>
        {witness !== null && !isTold(witness, message) && <Witness witness={witness} />}
      </Part>
      {rows !== null && rows.length > 0 && (
        <Part title="Schema">
          <SideBySide rows={rows} base={base} head={head} />
        </Part>
      )}
      {operations.length > 0 && (
        <Part title={operations.length === 1 ? 'Operation' : count(operations.length, 'operation')}>
          <OperationList operations={operations} onChoose={onOperation} />
        </Part>
      )}
      <footer class="reference">
        {check !== null && <CheckName check={check} />}
        <span class="fingerprint">
          <span class="faint">Fingerprint</span> <Code text={fingerprint} />
        </span>
        <span class="reference-tools">
          <CopyButton icon="link" label="Copy link" text={onLink} />
          <CopyButton label="Copy exception" text={() => exceptionText(details)} />
        </span>
      </footer>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="part">
      <h4>{title}</h4>
      {children}
    </section>
  );
}

function proofTitle({ proof, witness, direction }: PageDetails): string {
  if (proof === 'undecided') return 'Undecided';
  if (witness === null) return 'What happened';
  return direction === 'request' ? 'Was accepted, now rejected' : 'May arrive, was never announced';
}

/** Whether a sentence has the whole value in it, written in one line. */
function isTold({ text, isCut }: PageWitness, message: string): boolean {
  return !isCut && message.includes(`\`${oneLine(text)}\``);
}

/** A value this short is shown at once. */
const SHORT = 280;

function Witness({ witness: { text, isCut } }: { readonly witness: PageWitness }) {
  const [isOpen, setOpen] = useState(text.length <= SHORT);
  if (!isOpen) {
    return (
      <button type="button" class="link more" onClick={() => setOpen(true)}>
        Show the whole value
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <pre class="value" tabIndex={0}>
      <bdi>{visible(text)}</bdi>
      {isCut && <span class="faint">{'\n(cut here)'}</span>}
    </pre>
  );
}

function CheckName({ check: { id, meaning, url } }: { readonly check: PageCheck }) {
  const title = meaning === null ? undefined : visible(meaning);
  return (
    <span class="check" title={title}>
      <span class="faint">Check</span>{' '}
      {url === null ? (
        <Code text={id} />
      ) : (
        <a href={url}>
          <Code text={id} />
        </a>
      )}
    </span>
  );
}

/** An entry for the exceptions file, which wants a reason. */
function exceptionText({ fingerprint, message }: PageDetails): string {
  const said = message.replace(/\s+/g, ' ').slice(0, 120);
  return `  # ${said}\n  - fingerprint: ${fingerprint}\n    reason: \n`;
}
