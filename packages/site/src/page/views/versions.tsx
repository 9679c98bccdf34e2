import { visible } from '@xano-specs/report/page/data/visible.ts';
import type { PageVersion, VersionsPage } from '../../page-data.ts';
import { Charts } from '../components/chart.tsx';
import { Counts } from '../components/counts.tsx';
import { GroupTop } from '../components/group-top.tsx';
import { percentOf } from '../data/coverage.ts';
import { timeText } from '../data/dates.ts';

/** The versions of an API group over time, each with its report. */
export function Versions({ page: { group, versions, older } }: { readonly page: VersionsPage }) {
  return (
    <>
      <GroupTop group={group} page="versions" />
      {versions.length > 1 && <Charts versions={versions} />}
      <table class="list">
        <thead>
          <tr>
            <th scope="col" class="column-version">
              Version
            </th>
            <th scope="col">What changed</th>
            <th scope="col" class="column-number wide-only">
              Operations
            </th>
            <th scope="col" class="column-number wide-only">
              Described
            </th>
            <th scope="col" class="column-when">
              When
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <Row key={version.commit + version.version} version={version} />
          ))}
        </tbody>
      </table>
      {older > 0 && (
        <p class="under">
          {older.toLocaleString('en-US')} older {older === 1 ? 'version is' : 'versions are'} in the
          repository’s history.
        </p>
      )}
    </>
  );
}

function Row({ version }: { readonly version: PageVersion }) {
  const percent = percentOf(version);
  return (
    <tr>
      <th scope="row" class="column-version">
        {version.url === null ? (
          <span class="version-name">{version.version}</span>
        ) : (
          <a class="version-name" href={version.url}>
            {version.version}
          </a>
        )}
      </th>
      <td>
        <What version={version} />
      </td>
      <td class="column-number wide-only">{version.operations.toLocaleString('en-US')}</td>
      <td class="column-number wide-only">{percent === null ? '–' : `${percent} %`}</td>
      <td class="column-when">
        <time class="time-text" dateTime={version.at}>
          {timeText(version.at)}
        </time>
        <code class="commit">{version.commit}</code>
      </td>
    </tr>
  );
}

function What({ version: { counts, problem } }: { readonly version: PageVersion }) {
  if (problem !== null) {
    return (
      <span class="problem">
        Not compared: <bdi>{visible(problem)}</bdi>
      </span>
    );
  }
  return counts === null ? <span class="no-change">First version</span> : <Counts counts={counts} />;
}
