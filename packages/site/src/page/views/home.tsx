import { Icon } from '@xano-specs/report/page/components/icon.tsx';
import { type Column, Table } from '@xano-specs/report/page/components/table.tsx';
import { visible } from '@xano-specs/report/page/data/visible.ts';
import { count } from '@xano-specs/report/words';
import { useMemo, useState } from 'preact/hooks';
import type { HomeGroup, HomeInstance, HomePage } from '../../page-data.ts';
import { wordsOf } from '../../search/words.ts';
import { EXTENT, What } from '../components/version-columns.tsx';
import { dayText, timeText } from '../data/dates.ts';
import { useSteps } from '../hooks/use-steps.ts';

/** Every API group, under its workspace and instance. */
export function Home({ page: { title, at, operations, instances, week } }: { readonly page: HomePage }) {
  const [text, setText] = useState('');
  const shown = useMemo(() => filtered(instances, text), [instances, text]);
  const groups = numberOf(instances);
  useSteps('.to-group');
  return (
    <>
      <div class="top">
        <h1>
          <bdi>{visible(title)}</bdi>
        </h1>
        <p class="facts">
          {count(groups, 'API group')} · {count(operations, 'operation')} · as of{' '}
          <time dateTime={at}>{timeText(at)}</time>
        </p>
        <p class="week-line">
          <a href="week.html">
            {week.groups === 0
              ? 'Nothing changed this week'
              : `${count(week.groups, 'API group')} changed this week`}
          </a>
          {week.breaking > 0 && (
            <span class="level-error breaking">{count(week.breaking, 'breaking change')}</span>
          )}
          <a href="feed.xml">Feed</a>
        </p>
      </div>
      <div class="find">
        <label class="field search">
          <span class="unseen">Filter the API groups</span>
          <Icon name="search" />
          <input
            type="search"
            placeholder={`Filter ${count(groups, 'API group')}`}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <span class="kbd" aria-hidden="true">
            /
          </span>
        </label>
        <a class="chip" href="search.html">
          Search operations
        </a>
      </div>
      <p class="unseen" role="status">
        {text === '' ? '' : count(numberOf(shown), 'API group')}
      </p>
      {shown.length === 0 && <p class="empty">No API group matches this.</p>}
      {shown.map((instance, index) => (
        <Instance key={index} instance={instance} isNamed={instances.length > 1} />
      ))}
    </>
  );
}

function Instance({ instance, isNamed }: { readonly instance: HomeInstance; readonly isNamed: boolean }) {
  return (
    <section class="instance">
      <h2 class={isNamed ? 'instance-name' : 'instance-quiet'}>
        <bdi>{visible(instance.name)}</bdi>
      </h2>
      <Table
        columns={COLUMNS}
        parts={instance.workspaces.map(({ name, groups }) => ({
          title: <bdi>{visible(name)}</bdi>,
          rows: groups,
        }))}
        keyOf={({ url }) => url}
      />
    </section>
  );
}

const COLUMNS: readonly Column<HomeGroup>[] = [
  {
    title: 'API group',
    isName: true,
    cell: ({ name, url, branch }) => (
      <>
        <a class="to-group" href={url}>
          <bdi>{visible(name)}</bdi>
        </a>
        {branch !== null && (
          <span class="tag">
            <bdi>{visible(branch)}</bdi>
          </span>
        )}
      </>
    ),
  },
  {
    title: 'Version',
    look: 'version',
    cell: ({ version, url }) => (
      <a class="to-version version" href={url.replace(/index\.html$/, 'versions.html')}>
        {version}
      </a>
    ),
  },
  ...EXTENT,
  {
    title: 'Last change',
    look: 'last',
    cell: (group) => (
      <span class="last-change">
        <What version={group} />
        <time class="day-text" dateTime={group.at}>
          {dayText(group.at)}
        </time>
      </span>
    ),
  },
];

function numberOf(instances: readonly HomeInstance[]): number {
  return instances.reduce(
    (sum, { workspaces }) => sum + workspaces.reduce((inner, { groups }) => inner + groups.length, 0),
    0,
  );
}

/** The groups whose names, or those of what they stand in, have words that begin as those that were typed. */
function filtered(instances: readonly HomeInstance[], text: string): readonly HomeInstance[] {
  const words = wordsOf(text);
  if (words.length === 0) return instances;
  return instances
    .map((instance) => ({
      ...instance,
      workspaces: instance.workspaces
        .map((workspace) => ({
          ...workspace,
          groups: workspace.groups.filter(({ name, branch }) => {
            const own = wordsOf(`${instance.name} ${workspace.name} ${branch ?? ''} ${name}`);
            return words.every((word) => own.some((other) => other.startsWith(word)));
          }),
        }))
        .filter(({ groups }) => groups.length > 0),
    }))
    .filter(({ workspaces }) => workspaces.length > 0);
}
