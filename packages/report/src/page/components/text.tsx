import { codeParts } from '../data/code-parts.ts';
import { visible } from '../data/visible.ts';
import { Path } from './path.tsx';

/** A name or a value from a document: text, kept apart from the direction of what stands around it. */
export function Code({ text }: { readonly text: string }) {
  return (
    <code>
      <bdi>{visible(text)}</bdi>
    </code>
  );
}

/** A sentence with names and values in it. */
export function Sentence({ text }: { readonly text: string }) {
  return (
    <>
      {codeParts(text).map(({ text: part, isCode }, index) =>
        isCode ? <Code key={index} text={part} /> : <bdi key={index}>{visible(part)}</bdi>,
      )}
    </>
  );
}

/** An operation's name: its method stands out from its path. */
export function OperationName({ name }: { readonly name: string }) {
  const space = name.indexOf(' ');
  return (
    <span class="operation">
      <span class="method">{visible(name.slice(0, space))}</span> <Path text={name.slice(space + 1)} />
    </span>
  );
}
