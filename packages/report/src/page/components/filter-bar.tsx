import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { PAGE_LEVELS, type PageIndex, type PageLevel } from '../../page-data.ts';
import { type Filters, isFiltering, NO_FILTERS } from '../data/filters.ts';
import { visible } from '../data/visible.ts';
import { Icon, levelName } from './icon.tsx';

/** What the reader chooses to see. */
export function FilterBar({
  index,
  filters,
  levels,
  found,
  searchRef,
  onChange,
}: {
  readonly index: PageIndex;
  readonly filters: Filters;
  /** How many changes of each level there are. */
  readonly levels: ReadonlyMap<PageLevel, number>;
  readonly found: number;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (filters: Filters) => void;
}) {
  const total = index.changes.length;
  const set = (part: Partial<Filters>) => onChange({ ...filters, ...part });
  return (
    <search class="filters" aria-label="Changes">
      <div class="filters-in">
        <div class="field search">
          <Icon name="search" />
          <input
            ref={searchRef}
            type="search"
            value={filters.text}
            placeholder="Search"
            aria-label="Search causes, operations, checks and fingerprints"
            onInput={({ currentTarget }) => set({ text: currentTarget.value })}
          />
          <span class="kbd" aria-hidden="true">
            /
          </span>
        </div>
        <LevelChips levels={levels} chosen={filters.levels} onChange={(chosen) => set({ levels: chosen })} />
        {index.groups.length > 1 && (
          <GroupSelect index={index} chosen={filters.group} onChoose={(group) => set({ group })} />
        )}
        <OperationField index={index} value={filters.operation} onInput={(operation) => set({ operation })} />
      </div>
      <p class="found">
        <span role="status">
          {found === total
            ? `${total.toLocaleString('en-US')} ${total === 1 ? 'change' : 'changes'}`
            : `${found.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} changes`}
        </span>
        {isFiltering(filters) && (
          <button type="button" class="link" onClick={() => onChange(NO_FILTERS)}>
            Clear filters
          </button>
        )}
      </p>
    </search>
  );
}

function LevelChips({
  levels,
  chosen,
  onChange,
}: {
  readonly levels: ReadonlyMap<PageLevel, number>;
  readonly chosen: ReadonlySet<PageLevel>;
  readonly onChange: (chosen: ReadonlySet<PageLevel>) => void;
}) {
  return (
    <fieldset class="chips">
      <legend class="unseen">Levels</legend>
      {PAGE_LEVELS.filter((level) => levels.has(level)).map((level) => (
        <button
          key={level}
          type="button"
          class={`chip level-${level}`}
          aria-pressed={chosen.has(level)}
          onClick={() => onChange(toggled(chosen, level))}
        >
          <span class="dot" />
          {levelName(level)} <span class="chip-count">{levels.get(level)?.toLocaleString('en-US')}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** The set with or without a value that it held or did not hold. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const after = new Set(set);
  if (!after.delete(value)) after.add(value);
  return after;
}

function GroupSelect({
  index,
  chosen,
  onChoose,
}: {
  readonly index: PageIndex;
  readonly chosen: number | null;
  readonly onChoose: (group: number | null) => void;
}) {
  return (
    <div class="field">
      <select
        aria-label={index.groupWord}
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : Number(value))}
      >
        <option value="">All {index.groupWord}s</option>
        {index.groups.map(
          ({ name, status }, place) =>
            status !== 'same' && (
              <option key={name} value={place}>
                {visible(name)}
              </option>
            ),
        )}
      </select>
    </div>
  );
}

/** The operations are offered once the field is met: there may be thousands. */
function OperationField({
  index,
  value,
  onInput,
}: {
  readonly index: PageIndex;
  readonly value: string;
  readonly onInput: (value: string) => void;
}) {
  const [isMet, setMet] = useState(false);
  return (
    <div class="field operation-field">
      <input
        type="search"
        list="operations"
        value={value}
        placeholder="Any operation"
        aria-label="Operation"
        autocomplete="off"
        spellcheck={false}
        onFocus={() => setMet(true)}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <datalist id="operations">
        {isMet && index.operations.map((name) => <option key={name} value={name} />)}
      </datalist>
    </div>
  );
}
