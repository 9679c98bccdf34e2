import { useState } from 'preact/hooks';
import type { PageGroup, PageIndex } from '../../page-data.ts';
import { count } from '../../words.ts';
import { visible } from '../data/visible.ts';
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
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" class="wide-only">
                <span class="unseen">Balance</span>
              </th>
              <th scope="col" class="number">
                Breaking
              </th>
              <th scope="col" class="number">
                Warnings
              </th>
              <th scope="col" class="number">
                Safe
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ group, place }) => (
              <GroupRow
                key={place}
                group={group}
                isChosen={place === chosen}
                onChoose={() => onChoose(place === chosen ? null : place)}
              />
            ))}
          </tbody>
        </table>
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

function GroupRow({
  group,
  isChosen,
  onChoose,
}: {
  readonly group: PageGroup;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { name, counts, status } = group;
  const word = STATUS[status];
  return (
    <tr class={isChosen ? 'chosen' : undefined}>
      <th scope="row">
        <button type="button" class="link" aria-pressed={isChosen} onClick={onChoose}>
          <bdi>{visible(name)}</bdi>
        </button>
        {word !== null && <span class="tag">{word}</span>}
      </th>
      <td class="wide-only">
        <Balance counts={counts} />
      </td>
      {(['error', 'warning', 'info'] as const).map((level) => (
        <td key={level} class={`number ${counts[level] > 0 ? `level-${level}` : 'none'}`}>
          {counts[level] > 0 ? counts[level].toLocaleString('en-US') : '–'}
        </td>
      ))}
    </tr>
  );
}
