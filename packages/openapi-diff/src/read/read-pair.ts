import type { DocumentSet, SpecDocument } from './document.ts';
import { completeDocumentSet, type Load, type ReadSetOptions } from './document-set.ts';
import { readDocument, readDocumentPair } from './read-document.ts';

/** One side of a comparison: what its document is called, and what gives its text and that of the files it refers to. */
export interface Source {
  readonly uri: string;
  readonly load: Load;
  /** See `ReadSetOptions`. */
  readonly root?: string;
}

/** Both sides, read. */
export interface DocumentPair {
  readonly base: DocumentSet;
  readonly head: DocumentSet;
}

/**
 * Reads both sides of a comparison. Where their texts are equal the text is parsed once, so
 * that comparing a document with itself costs half of reading two. Values that are written alike
 * may be the same object on both sides; what their references lead to may differ all the same.
 *
 * @throws ReadError as `readDocumentSet` does
 */
export async function readPair(
  base: Source,
  head: Source,
  options: Omit<ReadSetOptions, 'root'> = {},
): Promise<DocumentPair> {
  const [baseText, headText] = await Promise.all([base.load(base.uri), head.load(head.uri)]);
  const [baseRoot, headRoot] =
    headText === baseText
      ? await readTwice(baseText, base.uri, head.uri, options)
      : await readDocumentPair(
          { text: baseText, uri: base.uri },
          { text: headText, uri: head.uri },
          options.limits,
        );
  const [baseSet, headSet] = await Promise.all([
    completeDocumentSet(baseRoot, base.load, withRoot(options, base)),
    completeDocumentSet(headRoot, head.load, withRoot(options, head)),
  ]);
  return { base: baseSet, head: headSet };
}

function withRoot(options: ReadSetOptions, { root }: Source): ReadSetOptions {
  return root === undefined ? options : { ...options, root };
}

/** One text under two names. */
async function readTwice(
  text: string,
  baseUri: string,
  headUri: string,
  { limits }: ReadSetOptions,
): Promise<readonly [base: SpecDocument, head: SpecDocument]> {
  const base = await readDocument(text, limits === undefined ? { uri: baseUri } : { uri: baseUri, limits });
  return [base, { ...base, uri: headUri }];
}

/** Whether both sets hold the same texts in the same places, so that nothing can have changed. */
export function isSame({ base, head }: DocumentPair): boolean {
  if (base.root.text !== head.root.text || base.documents.size !== head.documents.size) return false;
  if (base.documents.size === 1) return true;
  const texts = ({ root, documents }: DocumentSet) =>
    [...documents.values()].map(({ uri, text }) => [relative(uri, root.uri), text].join('\n')).sort();
  const headTexts = texts(head);
  return texts(base).every((text, index) => text === headTexts[index]);
}

/** A file's URI without what it shares with the root document's, folder by folder. */
function relative(uri: string, root: string): string {
  const from = root.split('/').slice(0, -1);
  const to = uri.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return `${from.length - shared}:${to.slice(shared).join('/')}`;
}
