import { visible } from '@xano-specs/report/page/data/visible.ts';
import { count } from '@xano-specs/report/words';
import type { GroupHead } from '../../page-data.ts';
import { dayText } from '../data/dates.ts';

/** The top of both pages of an API group: its name, its version, and the way from one page to the other. */
export function GroupTop({
  group: { name, where, version, at, versions },
  page,
}: {
  readonly group: GroupHead;
  readonly page: 'reference' | 'versions';
}) {
  return (
    <div class="top">
      <p class="where-from">
        <bdi>{visible(where)}</bdi>
      </p>
      <h1>
        <bdi>{visible(name)}</bdi>
      </h1>
      <p class="facts">
        <span class="version">{version}</span> since <time dateTime={at}>{dayText(at)}</time>
      </p>
      <nav class="tabs" aria-label="Pages of this API group">
        <a href="index.html" aria-current={page === 'reference' ? 'page' : undefined}>
          Reference
        </a>
        <a href="versions.html" aria-current={page === 'versions' ? 'page' : undefined}>
          {count(versions, 'version')}
        </a>
      </nav>
    </div>
  );
}
