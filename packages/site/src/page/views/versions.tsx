import { type Column, Table } from '@xano-specs/report/page/components/table.tsx';
import type { PageVersion, VersionsPage } from '../../page-data.ts';
import { Charts } from '../components/chart.tsx';
import { GroupTop } from '../components/group-top.tsx';
import { EXTENT, What } from '../components/version-columns.tsx';
import { timeText } from '../data/dates.ts';
import { useSteps } from '../hooks/use-steps.ts';

/** The versions of an API group over time, each with its report. */
export function Versions({ page: { group, versions, older } }: { readonly page: VersionsPage }) {
  useSteps('a.version-name');
  return (
    <>
      <GroupTop group={group} page="versions" />
      {versions.length > 1 && <Charts versions={versions} />}
      <Table
        columns={COLUMNS}
        parts={[{ rows: versions }]}
        keyOf={({ commit, version }) => commit + version}
      />
      {older > 0 && (
        <p class="under">
          {older.toLocaleString('en-US')} older {older === 1 ? 'version is' : 'versions are'} in the
          repository’s history.
        </p>
      )}
    </>
  );
}

const COLUMNS: readonly Column<PageVersion>[] = [
  {
    title: 'Version',
    look: 'version',
    isName: true,
    cell: ({ version, url }) =>
      url === null ? (
        <span class="version-name">{version}</span>
      ) : (
        <a class="version-name" href={url}>
          {version}
        </a>
      ),
  },
  { title: 'What changed', cell: (version) => <What version={version} /> },
  ...EXTENT,
  {
    title: 'When',
    look: 'when',
    cell: ({ at, commit }) => (
      <>
        <time class="time-text" dateTime={at}>
          {timeText(at)}
        </time>
        <code class="commit">{commit}</code>
      </>
    ),
  },
];
