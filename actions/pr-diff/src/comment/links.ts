import { createHash } from 'node:crypto';
import { check, type MarkdownLinks } from '@xano-specs/openapi-diff';
import type { Compared } from './context.ts';

/** Where the pages of the checks are. */
const CHECK_PAGES = 'https://github.com/xano-specs/xano-specs/blob/main/docs/checks';

/** The page of a check; null for an id that is none. */
export function checkUrl(id: string): string | null {
  const found = check(id);
  return found === null ? null : `${CHECK_PAGES}/${found.page}.md`;
}

/** The links of a report's words into the repository: lines of files at both commits, and each document's difference. */
export function linksOf(compared: Compared, reportUrl: string | null): MarkdownLinks {
  const { base, head } = compared;
  const home = repositoryUrl(compared);
  const commits = { base, head };
  return {
    place: (file, side, line) => {
      const commit = commits[side];
      return commit === null ? null : `${home}/blob/${commit}/${encodedPath(file)}#L${line}`;
    },
    check: checkUrl,
    document: (name) => documentUrl(compared, name),
    report: reportUrl,
  };
}

/** A commit's page. */
export function commitUrl(compared: Compared, oid: string): string {
  return `${repositoryUrl(compared)}/commit/${oid}`;
}

/** The difference of one file, on the pull request where there is one. GitHub marks each file by its path's hash. */
function documentUrl(compared: Compared, path: string): string | null {
  const { base, head, pullRequest } = compared;
  if (head === null) return null;
  const anchor = `#diff-${createHash('sha256').update(path).digest('hex')}`;
  const home = repositoryUrl(compared);
  if (pullRequest !== null) return `${home}/pull/${pullRequest}/files${anchor}`;
  return `${home}/compare/${base}...${head}${anchor}`;
}

function repositoryUrl({ serverUrl, repository: { owner, repo } }: Compared): string {
  return `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
}

function encodedPath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
