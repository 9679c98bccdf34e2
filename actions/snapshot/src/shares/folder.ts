import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type FetchedShare,
  fetchedShareText,
  parseFetchedShare,
  parseSharePlan,
  type ReducedDocument,
  type ReducedGroup,
  type ReducedOutcomes,
  type Share,
  ShareError,
  type SharePlan,
  type Staging,
  sha256Of,
  sharePlanText,
} from '@xano-specs/core';
import { isDocument } from './is-document.ts';

/**
 * The folder through which the jobs of a divided run hand on what they know, as artifacts:
 * `plan.json`, and for each share a folder `share-N` with `share.json` and the documents
 * under their hashes. The folders of all jobs lie side by side when they are put into one.
 */
const PLAN_FILE = 'plan.json';
const SHARE_FILE = 'share.json';
const SHARE_FOLDER = /^share-([1-9]\d{0,3})$/;

/** What a job says of its share is some hundred bytes an API group; what is larger was not written by one. */
const MAX_SHARE_BYTES = 128 * 1024 * 1024;

/** Keeps the plan of a run for its last job. */
export async function writePlan(folder: string, plan: SharePlan): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, PLAN_FILE);
  // A link in its place would have another file written; what is new can't be one.
  await rm(file, { force: true });
  await writeFile(file, sharePlanText(plan), { flag: 'wx' });
}

/** @throws ShareError SHARE_PLAN_UNREADABLE when there is none, or none that can be read */
export async function readPlan(folder: string): Promise<SharePlan> {
  const text = await readPlain(join(folder, PLAN_FILE), MAX_SHARE_BYTES);
  if (text !== null) return parseSharePlan(text.toString('utf8'));
  throw new ShareError('SHARE_PLAN_UNREADABLE', `There is no ${PLAN_FILE} in ${folder}.`, {
    hint: 'Download the artifacts of all jobs into one folder before this step, and name it as shares-directory.',
  });
}

/** Fetches a share into its own folder, whatever an earlier attempt left there. */
export async function writeShare(
  folder: string,
  share: Share,
  redact: (text: string) => string,
  fetch: (staging: Staging) => Promise<ReducedOutcomes>,
): Promise<ReducedOutcomes> {
  const own = join(folder, `share-${share.number}`);
  await rm(own, { recursive: true, force: true });
  await mkdir(own, { recursive: true });
  const outcomes = await fetch(documentsIn([own]));
  const documents = new Set(
    [...outcomes.groups.values()].map((one) => (one.kind === 'document' ? one.sha256 : '')),
  );
  // A text that was taken back, for a secret that it turned out to hold, is not handed on.
  for (const name of await readdir(own)) if (!documents.has(name)) await rm(join(own, name));
  await writeFile(join(own, SHARE_FILE), fetchedShareText({ share, outcomes }, redact));
  return outcomes;
}

/** What the jobs of a run left behind. */
export interface FoundShares {
  readonly shares: ReadonlyMap<number, FetchedShare>;
  readonly staging: Staging;
  /** What could not be used, a line each. */
  readonly problems: readonly string[];
}

/**
 * Reads what the jobs left behind. Every document is compared with what its job said of it: one
 * that got lost on the way, or is none any more, has failed, and its last good one stays.
 */
export async function readShares(folder: string): Promise<FoundShares> {
  const shares = new Map<number, FetchedShare>();
  const problems: string[] = [];
  const folders: string[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    const number = Number(SHARE_FOLDER.exec(name)?.[1]);
    if (Number.isNaN(number)) continue;
    const own = join(folder, name);
    const text = await readPlain(join(own, SHARE_FILE), MAX_SHARE_BYTES);
    const { value, problem } =
      text === null
        ? { value: null, problem: `it has no ${SHARE_FILE}` }
        : parseFetchedShare(text.toString('utf8'));
    if (value === null || value.share.number !== number) {
      problems.push(`of ${name}, ${problem ?? 'it holds another share'}`);
      continue;
    }
    folders.push(own);
    shares.set(number, { ...value, outcomes: await withoutLost(value.outcomes, own) });
  }
  return { shares, staging: documentsIn(folders), problems };
}

async function withoutLost(outcomes: ReducedOutcomes, folder: string): Promise<ReducedOutcomes> {
  const groups = new Map<string, ReducedGroup>();
  for (const [key, one] of outcomes.groups) {
    const held = one.kind !== 'document' || (await isWhole(one, folder));
    groups.set(key, held ? one : { kind: 'failed', group: one.group, error: lost() });
  }
  return { ...outcomes, groups };
}

async function isWhole(
  { sha256, gitBlob, bytes, format }: ReducedDocument,
  folder: string,
): Promise<boolean> {
  const content = await readPlain(join(folder, sha256), bytes);
  if (content === null || content.byteLength !== bytes) return false;
  return (
    sha256Of(content) === sha256 &&
    createHash('sha1').update(`blob ${bytes}\0`).update(content).digest('hex') === gitBlob &&
    isDocument(content, format)
  );
}

function lost(): ShareError {
  return new ShareError(
    'SHARE_DOCUMENT_LOST',
    'The document was fetched, and did not come through whole from the job that fetched it.',
    { hint: 'Look at how the artifact of that job is uploaded and downloaded, and run the workflow again.' },
  );
}

/** Documents under their hashes: put into the first folder, read from whichever has them. */
function documentsIn(folders: readonly string[]): Staging {
  return {
    put: async (sha256, text) => {
      const [own] = folders;
      if (own !== undefined) await writeFile(join(own, sha256), text);
    },
    read: async (sha256) => {
      for (const folder of folders) {
        const content = await readPlain(join(folder, sha256), Number.POSITIVE_INFINITY);
        if (content !== null && sha256Of(content) === sha256) return content.toString('utf8');
      }
      return null;
    },
  };
}

/** The content of a plain file that is no larger than it may be, or null. A link is never followed. */
async function readPlain(path: string, atMost: number): Promise<Buffer | null> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    if (['ENOENT', 'ELOOP', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
  try {
    const stats = await file.stat();
    return stats.isFile() && stats.size <= atMost ? await file.readFile() : null;
  } finally {
    await file.close();
  }
}
