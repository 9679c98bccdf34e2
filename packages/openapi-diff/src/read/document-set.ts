import type { DocumentSet, SpecDocument } from './document.ts';
import { RefOutsideRootError, RefUnreadableError, RemoteRefError, TooManyFilesError } from './errors.ts';
import { externalRefs } from './external-refs.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { readDocument } from './read-document.ts';
import {
  folderOf,
  hasScheme,
  isUrl,
  normalisePath,
  resolveUri,
  splitFragment,
  splitRevision,
} from './uri.ts';

/** Gives the text of a document by its URI; whoever hands it in decides where that may come from. */
export type Load = (uri: string) => Promise<string>;

/** How a document and what it refers to are read. */
export interface ReadSetOptions {
  readonly limits?: Partial<ReadLimits>;
  /**
   * The folder that references may not leave. Where it is left out: the working folder (or
   * the repository's top) for a document in it, else the document's own folder.
   */
  readonly root?: string;
  /** Lets references name http and https addresses, which are then asked of the loader too. */
  readonly allowRemote?: boolean;
}

/**
 * Reads a document and every file that its `$ref`s lead to, so that comparing needs no I/O.
 *
 * @throws ReadError for a document that can't be read, a remote reference that isn't
 *   allowed, a reference that leaves the root, or a file that can't be loaded
 */
export async function readDocumentSet(
  uri: string,
  load: Load,
  options: ReadSetOptions = {},
): Promise<DocumentSet> {
  const root = await readDocument(await load(uri), withLimits(uri, options));
  return completeDocumentSet(root, load, options);
}

/** As `readDocumentSet`, for a document that has been read already. */
export async function completeDocumentSet(
  root: SpecDocument,
  load: Load,
  options: ReadSetOptions = {},
): Promise<DocumentSet> {
  const maxFiles = options.limits?.maxFiles ?? READ_LIMITS.maxFiles;
  const documents = new Map([[root.uri, root]]);
  const resources = new Set<string>();
  for (let level: readonly SpecDocument[] = [root]; level.length > 0; ) {
    const wanted = new Map<string, { from: SpecDocument; ref: string }>();
    const found = level.map((document) => ({ document, ...externalRefs(document) }));
    for (const uri of found.flatMap((one) => one.resources)) resources.add(uri);
    for (const { document, refs } of found) {
      for (const { ref, named } of refs) {
        if (resources.has(named)) continue;
        const target = resolveUri(document.uri, splitFragment(ref).uri);
        if (documents.has(target) || wanted.has(target)) continue;
        assertAllowed(document.uri, ref, target, root.uri, options);
        wanted.set(target, { from: document, ref });
      }
    }
    if (documents.size + wanted.size > maxFiles) throw new TooManyFilesError(root.uri, maxFiles);
    level = await Promise.all(
      Array.from(wanted, ([target, { from, ref }]) => readPart(target, from, ref, load, options)),
    );
    for (const document of level) documents.set(document.uri, document);
  }
  return { root, documents };
}

async function readPart(
  uri: string,
  from: SpecDocument,
  ref: string,
  load: Load,
  options: ReadSetOptions,
): Promise<SpecDocument> {
  let text: string;
  try {
    text = await load(uri);
  } catch (error) {
    throw new RefUnreadableError(from.uri, ref, error);
  }
  return readDocument(text, { ...withLimits(uri, options), partOf: from.version });
}

function withLimits(uri: string, options: ReadSetOptions): { uri: string; limits?: Partial<ReadLimits> } {
  return options.limits === undefined ? { uri } : { uri, limits: options.limits };
}

function assertAllowed(
  from: string,
  ref: string,
  target: string,
  entry: string,
  options: ReadSetOptions,
): void {
  if (hasScheme(ref) || isUrl(target)) {
    if (options.allowRemote === true && /^https?:/i.test(target)) return;
    throw new RemoteRefError(from, ref);
  }
  const path = splitRevision(target).path;
  const folder = options.root === undefined ? defaultRoot(entry) : normalisePath(options.root);
  const inside =
    folder === ''
      ? !path.startsWith('/') && path.split('/')[0] !== '..'
      : path.startsWith(`${folder}/`) || folder === '/';
  if (!inside) throw new RefOutsideRootError(from, ref);
}

function defaultRoot(entry: string): string {
  const path = normalisePath(splitRevision(entry).path);
  return path.startsWith('/') || path.startsWith('../') ? normalisePath(folderOf(path)) : '';
}
