import { Fragment } from 'preact';
import { visible } from '../data/visible.ts';

/** A path from a document, which breaks behind its slashes before it breaks anywhere else. */
export function Path({ text }: { readonly text: string }) {
  const parts = visible(text).split(/(?<=[^/]\/)/);
  return (
    <bdi>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
