import type { Column } from '@xano-specs/report/page/components/table.tsx';
import { visible } from '@xano-specs/report/page/data/visible.ts';
import type { PageVersion } from '../../page-data.ts';
import { percentOf } from '../data/coverage.ts';
import { Counts } from './counts.tsx';

/** What is known of a version wherever it is listed. */
export type ListedVersion = Pick<PageVersion, 'counts' | 'problem' | 'operations' | 'parts' | 'described'>;

/** How much a version offers, and how much of that is described. */
export const EXTENT: readonly Column<ListedVersion>[] = [
  {
    title: 'Operations',
    look: 'number',
    isWideOnly: true,
    cell: ({ operations }) => operations.toLocaleString('en-US'),
  },
  {
    title: 'Described',
    look: 'number',
    isWideOnly: true,
    cell: (version) => percentText(percentOf(version)),
  },
];

function percentText(percent: number | null): string {
  return percent === null ? '–' : `${percent} %`;
}

/** What a version changed, or why that is not known. */
export function What({ version: { counts, problem } }: { readonly version: ListedVersion }) {
  if (problem !== null) {
    return (
      <span class="problem">
        Not compared: <bdi>{visible(problem)}</bdi>
      </span>
    );
  }
  return counts === null ? <span class="no-change">First version</span> : <Counts counts={counts} />;
}
