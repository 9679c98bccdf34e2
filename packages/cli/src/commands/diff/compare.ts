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
import { MANIFEST_FILE } from './manifest-file.ts';
import { type Owners, pairPaths } from './pair-paths.ts';

/** A document of a side. */
interface Place {
  readonly side: Side;
  readonly path: string;
}

/** A report, and the files of folders that took no part in it because they are no OpenAPI documents. */
export interface Comparison {
  readonly report: Report;
  readonly leftOut: readonly string[];
}

/** Shown each document while both of its versions are at hand; `name` is what a report on several calls it. */
export type Look = (report: Report, versions: Versions, name?: string) => void;

/** Both versions of a document, null where there is none. */
export interface Versions {
  readonly base: DocumentSet | null;
  readonly head: DocumentSet | null;
}

/**
 * Compares two documents, or two folders document by document.
 *
 * @param look is shown each document, and what came of it
 * @throws CommandError USAGE for a folder and a file
 * @throws ReadError for a document that can't be read
 */
export async function compareSides(
  base: Side,
  head: Side,
  options: DiffOptions,
  look: Look = () => undefined,
): Promise<Comparison> {
  if (base.kind !== head.kind) {
    const [folder, file] = base.kind === 'folder' ? [base, head] : [head, base];
    throw new CommandError(
      'USAGE',
      `${folder.name} is a folder and ${file.name} is a file.`,
      'Compare two files or two folders.',
    );
  }
  if (base.kind === 'folder') return compareFolders(base, head, options, look);
  const [baseSet, headSet] = await readBoth({ side: base, path: '' }, { side: head, path: '' });
  const report = await diff(baseSet, headSet, options);
  look(report, { base: baseSet, head: headSet });
  return { report, leftOut: [] };
}

async function compareFolders(base: Side, head: Side, options: DiffOptions, look: Look): Promise<Comparison> {
  const [inBase, inHead] = await Promise.all([base.list(), head.list()]);
  const areSnapshots = inBase.includes(MANIFEST_FILE) && inHead.includes(MANIFEST_FILE);
  const owners = areSnapshots ? await ownersOfBoth(base, head) : { base: NOBODY, head: NOBODY };
  const reports: NamedReport[] = [];
  const leftOut: string[] = [];
  // One after the other: a folder may hold more than fits into memory at once.
  for (const pair of pairPaths(inBase, inHead, owners)) {
    const report = await compareOne(
      pair.name,
      pair.base === null ? null : { side: base, path: pair.base },
      pair.head === null ? null : { side: head, path: pair.head },
      options,
      look,
    );
    if (report === null) leftOut.push(pair.name);
    else reports.push(report);
  }
  return { report: combineReports(base.name, head.name, reports), leftOut };
}

const NOBODY: Owners = new Map();

async function ownersOfBoth(
  base: Side,
  head: Side,
): Promise<{ readonly base: Owners; readonly head: Owners }> {
  const { ownersOf } = await import('./owners.ts');
  const [before, after] = await Promise.all([ownersOf(base), ownersOf(head)]);
  return before.size === 0 || after.size === 0
    ? { base: NOBODY, head: NOBODY }
    : { base: before, head: after };
}

/** The report on one document of two folders; null when it is none on either side. */
async function compareOne(
  name: string,
  base: Place | null,
  head: Place | null,
  options: DiffOptions,
  look: Look,
): Promise<NamedReport | null> {
  const unlessNone = (error: unknown) => nullUnlessDocument(error, base, head);
  if (base !== null && head !== null) {
    const sets = await readBoth(base, head).catch(unlessNone);
    if (sets === null) return null;
    const [baseSet, headSet] = sets;
    const report = await diff(baseSet, headSet, { ...options, document: name });
    look(report, { base: baseSet, head: headSet }, name);
    return { name, report };
  }
  const place = base ?? head;
  if (place === null) return null;
  const set = await readOne(place).catch(unlessNone);
  if (set === null) return null;
  const uri = place.side.uriOf(place.path);
  const versions = { name, base: base === null ? null : set, head: head === null ? null : set };
  const report = await diffDocuments({ base: uri, head: uri }, [versions], options);
  look(report, versions, name);
  return { name, report, only: base === null ? 'head' : 'base' };
}

async function readBoth(base: Place, head: Place): Promise<[DocumentSet, DocumentSet]> {
  const source = ({ side, path }: Place) => ({
    uri: side.uriOf(path),
    load: side.load,
    ...readOptions(side),
  });
  const pair = await readPair(source(base), source(head));
  return [pair.base, pair.head];
}

function readOne({ side, path }: Place): Promise<DocumentSet> {
  return readDocumentSet(side.uriOf(path), side.load, readOptions(side));
}

function readOptions({ root }: Side): Pick<ReadSetOptions, 'root'> {
  return root === undefined ? {} : { root };
}

/**
 * A folder may hold other JSON and YAML than documents: parts that documents refer to, the
 * manifest of a snapshot. Such a file is left out when it is none on every side that has it.
 * One that has stopped being a document, or can't be read and has changed, is an error.
 */
async function nullUnlessDocument(error: unknown, base: Place | null, head: Place | null): Promise<null> {
  const code = codeOf(error);
  if (code !== 'NOT_OPENAPI' && code !== 'INVALID_SYNTAX' && code !== 'DUPLICATE_KEY') throw error;
  if (base === null || head === null) {
    if (code === 'NOT_OPENAPI') return null;
    throw error;
  }
  const text = ({ side, path }: Place) => side.load(side.uriOf(path));
  if ((await text(base)) === (await text(head))) return null;
  const isOther = (place: Place) =>
    readOne(place).then(
      () => false,
      (reason: unknown) => codeOf(reason) === 'NOT_OPENAPI',
    );
  if ((await isOther(base)) && (await isOther(head))) return null;
  throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
