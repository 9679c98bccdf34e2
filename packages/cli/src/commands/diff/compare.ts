import {
  combineReports,
  type DiffOptions,
  type DocumentSet,
  diff,
  diffDocuments,
  type NamedReport,
  type ReadSetOptions,
  type Report,
  readDocumentSet,
  readPair,
} from '@xano-specs/openapi-diff';
import { CommandError } from '../../errors.ts';
import type { Side } from '../../sides/side.ts';

/** A report, and the files of folders that took no part in it because they are no OpenAPI documents. */
export interface Comparison {
  readonly report: Report;
  readonly leftOut: readonly string[];
}

/**
 * Compares two documents, or two folders document by document.
 *
 * @throws CommandError USAGE for a folder and a file
 * @throws ReadError for a document that can't be read
 */
export async function compareSides(base: Side, head: Side, options: DiffOptions): Promise<Comparison> {
  if (base.kind !== head.kind) {
    const [folder, file] = base.kind === 'folder' ? [base, head] : [head, base];
    throw new CommandError(
      'USAGE',
      `${folder.name} is a folder and ${file.name} is a file.`,
      'Compare two files or two folders.',
    );
  }
  if (base.kind === 'folder') return compareFolders(base, head, options);
  const [baseSet, headSet] = await readBoth(base, head, '');
  return { report: await diff(baseSet, headSet, options), leftOut: [] };
}

async function compareFolders(base: Side, head: Side, options: DiffOptions): Promise<Comparison> {
  const [inBase, inHead] = (await Promise.all([base.list(), head.list()])).map((paths) => new Set(paths));
  const reports: NamedReport[] = [];
  const leftOut: string[] = [];
  // One after the other: a folder may hold more than fits into memory at once.
  for (const path of [...(inBase ?? []), ...(inHead ?? [])].filter(isFirst).toSorted()) {
    const sides = {
      base: inBase?.has(path) === true ? base : null,
      head: inHead?.has(path) === true ? head : null,
    };
    const report = await compareOne(path, sides, options);
    if (report === null) leftOut.push(path);
    else reports.push(report);
  }
  return { report: combineReports(base.name, head.name, reports), leftOut };
}

function isFirst(path: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(path) === index;
}

/** The report on one document of two folders; null when it is none on either side. */
async function compareOne(
  path: string,
  sides: { readonly base: Side | null; readonly head: Side | null },
  options: DiffOptions,
): Promise<NamedReport | null> {
  const { base, head } = sides;
  if (base !== null && head !== null) {
    const sets = await readBoth(base, head, path).catch((error: unknown) =>
      nullUnlessDocument(error, sides, path),
    );
    if (sets === null) return null;
    return { name: path, report: await diff(sets[0], sets[1], { ...options, document: path }) };
  }
  const side = base ?? head;
  if (side === null) return null;
  const set = await readOne(side, path).catch((error: unknown) => nullUnlessDocument(error, sides, path));
  if (set === null) return null;
  const report = await diffDocuments(
    { base: side.uriOf(path), head: side.uriOf(path) },
    [{ name: path, base: base === null ? null : set, head: head === null ? null : set }],
    options,
  );
  return { name: path, report, only: base === null ? 'head' : 'base' };
}

async function readBoth(base: Side, head: Side, path: string): Promise<[DocumentSet, DocumentSet]> {
  if (base.root !== head.root) return Promise.all([readOne(base, path), readOne(head, path)]);
  const pair = await readPair(
    { uri: base.uriOf(path), load: base.load },
    { uri: head.uriOf(path), load: head.load },
    readOptions(base),
  );
  return [pair.base, pair.head];
}

function readOne(side: Side, path: string): Promise<DocumentSet> {
  return readDocumentSet(side.uriOf(path), side.load, readOptions(side));
}

function readOptions({ root }: Side): ReadSetOptions {
  return root === undefined ? {} : { root };
}

/**
 * A folder may hold other JSON and YAML than documents: parts that documents refer to, the
 * manifest of a snapshot. Such a file is left out when it is none on every side that has it.
 * One that has stopped being a document, or can't be read and has changed, is an error.
 */
async function nullUnlessDocument(
  error: unknown,
  { base, head }: { readonly base: Side | null; readonly head: Side | null },
  path: string,
): Promise<null> {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'NOT_OPENAPI' && code !== 'INVALID_SYNTAX' && code !== 'DUPLICATE_KEY') throw error;
  if (base === null || head === null) {
    if (code === 'NOT_OPENAPI') return null;
    throw error;
  }
  const [before, after] = await Promise.all([base.load(base.uriOf(path)), head.load(head.uriOf(path))]);
  if (before === after) return null;
  const isOther = async (side: Side) =>
    readOne(side, path).then(
      () => false,
      (one: unknown) => one instanceof Error && 'code' in one && one.code === 'NOT_OPENAPI',
    );
  if ((await isOther(base)) && (await isOther(head))) return null;
  throw error;
}
