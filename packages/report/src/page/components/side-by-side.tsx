import type { ComponentChildren } from 'preact';
import { type PackedRow, type Row, unpackRow } from '../../excerpt/row.ts';
import type { PagePlace } from '../../page-data.ts';
import { commasBehind } from '../data/commas.ts';
import { differenceOf, type Marked } from '../data/marked.ts';
import { visible } from '../data/visible.ts';

/** Two schemas side by side, line by line, with what changed marked; below each other where there is no room. */
export function SideBySide({
  rows: packed,
  base,
  head,
}: {
  readonly rows: readonly PackedRow[];
  readonly base: PagePlace | null;
  readonly head: PagePlace | null;
}) {
  const rows = packed.map(unpackRow);
  const before = commasBehind(rows.map((row) => row.base));
  const after = commasBehind(rows.map((row) => row.head));
  return (
    <div class="sides">
      <table>
        <caption class="unseen">The schema before and after</caption>
        <thead>
          <tr>
            <PlaceHead word="Before" place={base} />
            <PlaceHead word="After" place={head} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <SideRow
              key={index}
              row={row}
              commas={{ base: before[index] === true, head: after[index] === true }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlaceHead({ word, place }: { readonly word: string; readonly place: PagePlace | null }) {
  return (
    <th scope="col">
      {word}
      {place === null ? (
        <span class="place">not there</span>
      ) : (
        <span class="place">
          <PlaceLink {...place} />
        </span>
      )}
    </th>
  );
}

function PlaceLink({ file, line, url }: PagePlace) {
  const short = file.split('/').at(-1) ?? file;
  const text = (
    <>
      <bdi>{visible(short)}</bdi>:{line}
    </>
  );
  return url === null ? (
    <span title={visible(file)}>{text}</span>
  ) : (
    <a href={url} title={visible(file)}>
      {text}
    </a>
  );
}

function SideRow({
  row: { kind, depth, base, head },
  commas,
}: {
  readonly row: Row;
  readonly commas: { readonly base: boolean; readonly head: boolean };
}) {
  const marks = kind === 'changed' && base !== null && head !== null ? differenceOf(base, head) : null;
  return (
    <tr class={`row-${kind}`}>
      <Line depth={depth} text={base} side="base" hasComma={commas.base}>
        {marks === null ? null : <Difference marked={marks.base} as="del" />}
      </Line>
      <Line depth={depth} text={head} side="head" hasComma={commas.head}>
        {marks === null ? null : <Difference marked={marks.head} as="ins" />}
      </Line>
    </tr>
  );
}

/** An empty cell is the side's gap. */
function Line({
  depth,
  text,
  side,
  hasComma,
  children,
}: {
  readonly depth: number;
  readonly text: string | null;
  readonly side: 'base' | 'head';
  readonly hasComma: boolean;
  readonly children: ComponentChildren;
}) {
  if (text === null) return <td class={`${side} gap`} />;
  return (
    <td class={side}>
      <div class="line" style={{ '--depth': String(depth) }}>
        {children ?? <Json text={text} />}
        {hasComma && ','}
      </div>
    </td>
  );
}

function Difference({ marked, as: Tag }: { readonly marked: Marked; readonly as: 'del' | 'ins' }) {
  return (
    <>
      {visible(marked.before)}
      <Tag>{visible(marked.mark)}</Tag>
      {visible(marked.after)}
    </>
  );
}

/** A line of JSON: its key stands out from its value. */
function Json({ text }: { readonly text: string }) {
  const key = /^"(?:[^"\\]|\\.)*":/.exec(text)?.[0] ?? '';
  if (key === '') return <bdi>{visible(text)}</bdi>;
  return (
    <bdi>
      <span class="key">{visible(key)}</span>
      {visible(text.slice(key.length))}
    </bdi>
  );
}
