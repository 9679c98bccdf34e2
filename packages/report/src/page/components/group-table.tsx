import { useState } from 'preact/hooks';
import type { PageGroup, PageIndex } from '../../page-data.ts';
import { count } from '../../words.ts';
import { visible } from '../data/visible.ts';
import { type Column, Table } from './table.tsx';
import { Balance } from './verdict.tsx';

/** How many groups are shown before the reader asks for more. */
const SHOWN = 8;

/** The documents of a report that changed, worst first, each a way to its changes. */
export function GroupTable({
  index,
  chosen,
  onChoose,
}: {
  readonly index: PageIndex;
  readonly chosen: number | null;
  readonly onChoose: (group: number | null) => void;
}) {
  const [isWhole, setWhole] = useState(false);
  const changed = index.groups
    .map((group, place) => ({ group, place }))
    .filter(({ group }) => group.status !== 'same')
    .sort((a, b) => byWorst(a.group, b.group) || a.place - b.place);
  const same = index.groups.length - changed.length;
  const shown = isWhole ? changed : changed.slice(0, SHOWN);
  const word = index.groupWord;
  const title = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}s`;
  return (
    <section class="groups" aria-labelledby="groups">
      <h2 id="groups">{title}</h2>
      {shown.length > 0 && (
        <Table
          columns={columnsOf(chosen, onChoose)}
          parts={[{ rows: shown }]}
          keyOf={({ place }) => place}
          isChosen={({ place }) => place === chosen}
        />
      )}
      <p class="under">
        {changed.length > shown.length && (
          <button type="button" class="link" onClick={() => setWhole(true)}>
            Show all {changed.length.toLocaleString('en-US')}
          </button>
        )}
        {same > 0 && <span>{count(same, word)} without a change</span>}
      </p>
    </section>
  );
}

function byWorst(a: PageGroup, b: PageGroup): number {
  return (
    b.counts.error - a.counts.error || b.counts.warning - a.counts.warning || b.counts.info - a.counts.info
  );
}

const STATUS = { added: 'new', removed: 'gone', changed: null, same: null } as const;

/** A group, and where it stands in the index. */
interface Row {
  readonly group: PageGroup;
  readonly place: number;
}

function columnsOf(chosen: number | null, onChoose: (group: number | null) => void): readonly Column<Row>[] {
  const name = ({ group: { name: text, status }, place }: Row) => (
    <>
      <button
        type="button"
        class="link"
        aria-pressed={place === chosen}
        onClick={() => onChoose(place === chosen ? null : place)}
      >
        <bdi>{visible(text)}</bdi>
      </button>
      {STATUS[status] !== null && <span class="tag">{STATUS[status]}</span>}
    </>
  );
  return [
    { title: 'Name', isName: true, cell: name },
    {
      title: 'Balance',
      isTitleUnseen: true,
      isWideOnly: true,
      look: 'balance',
      cell: ({ group }) => <Balance counts={group.counts} />,
    },
    countColumn('Breaking', 'error'),
    countColumn('Warnings', 'warning'),
    countColumn('Safe', 'info'),
  ];
}

function countColumn(title: string, level: 'error' | 'warning' | 'info'): Column<Row> {
  const cell = ({ group: { counts } }: Row) =>
    counts[level] > 0 ? (
      <span class={`level-count level-${level}`}>{counts[level].toLocaleString('en-US')}</span>
    ) : (
      <span class="no-count">–</span>
    );
  return { title, look: 'number', cell };
}
