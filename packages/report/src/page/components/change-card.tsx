import { PAGE_LEVELS, type PageChange, type PageIndex } from '../../page-data.ts';
import { headline } from '../data/headline.ts';
import { readDetails } from '../data/read-data.ts';
import { visible } from '../data/visible.ts';
import { ChangeDetails } from './change-details.tsx';
import { Icon, LevelMark } from './icon.tsx';
import { OperationName, Sentence } from './text.tsx';

/** What a card may ask of the page. */
export interface CardActions {
  readonly onToggle: (change: number) => void;
  readonly onOperation: (name: string) => void;
  readonly onLink: (anchor: string) => string;
}

/** A change: its cause and where, and when it is open all else. */
export function ChangeCard({
  index,
  place,
  isOpen,
  actions,
}: {
  readonly index: PageIndex;
  /** Of the change in the index. */
  readonly place: number;
  readonly isOpen: boolean;
  readonly actions: CardActions;
}) {
  const change = index.changes[place];
  if (change === undefined) return null;
  const [level, cause, check, anchor, group, touched] = change;
  const operations = touched.map((one) => index.operations[one] ?? '');
  const details = isOpen ? readDetails(place) : null;
  const headId = `change-${place}`;
  return (
    <li class={isOpen ? 'card open' : 'card'} data-place={place} id={anchor}>
      <h3>
        <button
          type="button"
          id={headId}
          class="card-head"
          aria-expanded={isOpen}
          onClick={() => actions.onToggle(place)}
        >
          <LevelMark level={PAGE_LEVELS[level] ?? 'info'} />
          <span class="card-words">
            <span class="cause">
              <Sentence text={headline(cause, operations.length)} />
            </span>
            <Where index={index} change={change} group={group} />
          </span>
          <Icon name="chevron" />
        </button>
      </h3>
      {details !== null && (
        <ChangeDetails
          details={details}
          check={index.checks[check] ?? null}
          operations={operations}
          onOperation={actions.onOperation}
          onLink={() => actions.onLink(anchor)}
        />
      )}
    </li>
  );
}

function Where({
  index,
  change: [, cause, , , , touched],
  group,
}: {
  readonly index: PageIndex;
  readonly change: PageChange;
  readonly group: number;
}) {
  const first = index.operations[touched[0] ?? -1];
  const isSaid = first !== undefined && touched.length === 1 && cause.includes(`\`${first}\``);
  const name = index.groups[group]?.name;
  if ((first === undefined || isSaid) && name === undefined) return null;
  return (
    <span class="where">
      {first !== undefined && !isSaid && (
        <span>
          <OperationName name={first} />
          {touched.length > 1 && <span class="others">+{(touched.length - 1).toLocaleString('en-US')}</span>}
        </span>
      )}
      {name !== undefined && index.groups.length > 1 && (
        <span class="group-name">
          <bdi>{visible(name)}</bdi>
        </span>
      )}
    </span>
  );
}
