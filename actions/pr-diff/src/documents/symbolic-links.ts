import type { TreeFile } from '@xano-specs/github';
import type { BlobTexts } from './blob-texts.ts';
import { mayBeDocument } from './pair.ts';

type Files = ReadonlyMap<string, TreeFile>;

/** How git marks a link: the blob holds the path that it leads to. */
const SYMBOLIC_LINK = '120000';

/** Links that are followed; each is a request. What is beyond is left out, as every other link is. */
const FOLLOWED = 50;

/** Links that one after the other lead to a file. */
const LONGEST_CHAIN = 5;

/** The longest path that Linux follows: https://man7.org/linux/man-pages/man7/path_resolution.7.html */
const LONGEST_PATH = 4_096;

/**
 * The files of a commit without its links, but for links that are called as documents are and
 * lead to a file of the same commit: each of those stands for that file, so that a change there
 * is one here. Nothing outside of the commit is ever looked at.
 * @param all gives every file and link of the commit
 */
export async function withoutLinks(
  files: Files,
  all: () => Promise<Files>,
  texts: BlobTexts,
): Promise<Files> {
  const kept = new Map([...files].filter(([, { mode }]) => mode !== SYMBOLIC_LINK));
  const links = [...files].filter(([path, { mode }]) => mode === SYMBOLIC_LINK && mayBeDocument(path));
  for (const [path, link] of links.slice(0, FOLLOWED)) {
    const file = await followed(path, link, await all(), texts);
    if (file !== null) kept.set(path, file);
  }
  return kept;
}

async function followed(
  path: string,
  link: TreeFile,
  files: Files,
  texts: BlobTexts,
): Promise<TreeFile | null> {
  let [at, file] = [path, link];
  for (let step = 0; step < LONGEST_CHAIN && file.size <= LONGEST_PATH; step += 1) {
    const place = placeOf(at, await texts(file.oid));
    const next = place === null ? undefined : files.get(place);
    if (place === null || next === undefined) return null;
    if (next.mode !== SYMBOLIC_LINK) return next;
    [at, file] = [place, next];
  }
  return null;
}

/** Where a link leads to; null for a place that is not in the repository. */
function placeOf(path: string, target: string): string | null {
  if (target.startsWith('/')) return null;
  const kept = path.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..' && kept.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') kept.push(part);
  }
  return kept.join('/');
}
