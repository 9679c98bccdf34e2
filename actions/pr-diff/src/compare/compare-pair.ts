import { GitHubError, type GitHubErrorCode } from '@xano-specs/github';
import {
  type DiffOptions,
  type DocumentPair,
  type DocumentSet,
  diff,
  diffDocuments,
  isSame,
  type NamedReport,
  ReadError,
  readDocumentSet,
  readPair,
  repeatedKeys,
} from '@xano-specs/openapi-diff';
import type { Versions } from '@xano-specs/report';
import { mayBePart, type Pair } from '../documents/pair.ts';
import { ActionError } from '../errors.ts';
import type { LoadText, SideLoaders } from './sides.ts';

/** What came of one document. */
export type PairOutcome =
  | { readonly kind: 'report'; readonly report: NamedReport; readonly versions: Versions }
  /** It is no OpenAPI document, on any side that has it. */
  | { readonly kind: 'no-document' }
  /** It can't be read on one side, and why. */
  | { readonly kind: 'unreadable'; readonly side: 'base' | 'head'; readonly why: string };

type SideRead = { readonly set: DocumentSet } | { readonly error: Error & { readonly code: string } } | null;

/** What GitHub refuses about a file itself; anything else may be otherwise in the next run. */
const OF_THE_FILE: readonly GitHubErrorCode[] = ['FILE_TOO_LARGE', 'NOT_FOUND'];

/** How a document is compared. */
export interface PairOptions extends Omit<DiffOptions, 'document'> {
  /** The side whose paths the exceptions file speaks of: the one that it was read from. */
  readonly exceptionsFrom: 'base' | 'head';
}

/**
 * Compares one document. What is wrong with the document itself is an outcome.
 * @throws GitHubError when GitHub does not give a file that is there
 */
export async function comparePair(
  pair: Pair,
  loaders: SideLoaders,
  options: PairOptions,
): Promise<PairOutcome> {
  const { name } = pair;
  const both = await readTogether(pair, loaders);
  if (both !== null) return diffPair(pair, both.base, both.head, options);
  const [base, head] = await Promise.all([
    readSide(pair.base, partsOf(pair, 'base', loaders)),
    readSide(pair.head, partsOf(pair, 'head', loaders)),
  ]);
  const faults = [base, head].flatMap((side) => (side !== null && 'error' in side ? [side.error] : []));
  const sides = [base, head].filter((side) => side !== null);
  if (faults.length === sides.length && faults.every(({ code }) => code === 'NOT_OPENAPI')) {
    return { kind: 'no-document' };
  }
  for (const [side, read] of [['head', head] as const, ['base', base] as const]) {
    if (read !== null && 'error' in read) return { kind: 'unreadable', side, why: whyOf(read.error) };
  }
  const sets = { base: setOf(base), head: setOf(head) };
  const report = await diffDocuments(
    { base: pair.base ?? name, head: pair.head ?? name },
    [{ name, ...sets }],
    options,
  );
  return {
    kind: 'report',
    report: { name, report, only: sets.base === null ? 'head' : 'base' },
    versions: sets,
  };
}

/**
 * The same for a document whose own file did not change: null when no file that it refers to
 * did either, or when it is no document.
 */
export async function compareParts(
  pair: Pair,
  loaders: SideLoaders,
  options: PairOptions,
): Promise<PairOutcome | null> {
  const { base, head } = pair;
  if (base === null || head === null) return null;
  const sets = await readTogether(pair, loaders);
  if (sets === null) {
    // Which side it is on is found out only now, since most documents can be read on both.
    const outcome = await comparePair(pair, loaders, options);
    const isNew =
      outcome.kind === 'unreadable' && outcome.side === 'head' && (await isReadable(base, loaders));
    return outcome.kind === 'report' || isNew ? outcome : null;
  }
  return isSame(sets) ? null : diffPair(pair, sets.base, sets.head, options);
}

/** Values that are nested too deep are found only when they are compared; on either side they hide what broke. */
async function diffPair(
  { name, base, head }: Pair,
  baseSet: DocumentSet,
  headSet: DocumentSet,
  { exceptionsFrom, ...options }: PairOptions,
): Promise<PairOutcome> {
  const repeated = repeatedIn(headSet);
  if (repeated > 0 && repeated > repeatedIn(baseSet)) {
    const why =
      'It writes a key of an object twice, of which one reader takes the first and another the last.';
    return { kind: 'unreadable', side: 'head', why };
  }
  const document = (exceptionsFrom === 'base' ? base : head) ?? name;
  try {
    return {
      kind: 'report',
      report: { name, report: await diff(baseSet, headSet, { ...options, document }) },
      versions: { base: baseSet, head: headSet },
    };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { kind: 'unreadable', side: 'head', why: error.message };
  }
}

function repeatedIn({ documents }: DocumentSet): number {
  return [...documents.values()].reduce((sum, document) => sum + repeatedKeys(document), 0);
}

/** A loader that gives a document, and of other files those alone whose changes are looked for. */
function partsOf(pair: Pair, side: 'base' | 'head', loaders: SideLoaders): LoadText {
  return async (path) => {
    if (path === pair[side]) return loaders[side](path);
    if (pair.isWhole === true) {
      throw new ActionError('PART_REFUSED', 'A document of a snapshot is one file, and refers to no other.');
    }
    if (!mayBePart(path)) {
      throw new ActionError('PART_REFUSED', 'A part of a document is a .json or .yaml file.');
    }
    return loaders[side](path);
  };
}

async function isReadable(path: string, { base }: SideLoaders): Promise<boolean> {
  const side = await readSide(path, base);
  return side !== null && 'set' in side;
}

/** In words that are of the file, where GitHub's answer is of a request. */
function whyOf(error: Error): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof GitHubError && cause.code === 'FILE_TOO_LARGE') {
      return 'It is larger than the 100 MB that GitHub gives through its API. Leave it out by files, or split it.';
    }
  }
  return error.message;
}

function setOf(side: SideRead): DocumentSet | null {
  return side !== null && 'set' in side ? side.set : null;
}

/** Both sides at once, so that what is alike in them is read once; null where one isn't there or can't be read. */
async function readTogether(pair: Pair, loaders: SideLoaders): Promise<DocumentPair | null> {
  const { base, head } = pair;
  if (base === null || head === null) return null;
  try {
    return await readPair(
      { uri: base, load: partsOf(pair, 'base', loaders) },
      { uri: head, load: partsOf(pair, 'head', loaders) },
    );
  } catch (error) {
    ofTheDocument(error);
    return null;
  }
}

async function readSide(path: string | null, load: SideLoaders['base']): Promise<SideRead> {
  if (path === null) return null;
  try {
    return { set: await readDocumentSet(path, load) };
  } catch (error) {
    return { error: ofTheDocument(error) };
  }
}

/** The error if it is one of the document; thrown again if it is GitHub that failed, or a fault of this action. */
function ofTheDocument(error: unknown): Error & { readonly code: string } {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof GitHubError && !OF_THE_FILE.includes(cause.code)) throw cause;
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return Object.assign(error, { code: error.code });
  }
  throw error;
}
