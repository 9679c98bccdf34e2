import type { SpecDocument, SpecVersion } from './document.ts';
import { DocumentTooLargeError } from './errors.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { type NamedText, type Parsed, parse, parsePair } from './parse.ts';
import { isOpenApiRoot, versionOf } from './version.ts';
import { keepSource } from './yaml-source.ts';

/** How a document is read. */
export interface ReadOptions {
  /** What reports call it, and the base of its relative references. */
  readonly uri: string;
  readonly limits?: Partial<ReadLimits>;
  /** The version of the document that refers to this one, where it may be a mere part of a document. */
  readonly partOf?: SpecVersion;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads the text of one document, JSON or YAML, of any version from Swagger 2.0 to OpenAPI
 * 3.2. A byte order mark is dropped. It doesn't ask whether the document is valid.
 *
 * @throws ReadError when it is no such document, or larger, deeper or wilder than the limits
 */
export async function readDocument(text: string, options: ReadOptions): Promise<SpecDocument> {
  const limits = { ...READ_LIMITS, ...options.limits };
  const clean = checked(text, options.uri, limits);
  return documentOf(clean, await parse(clean, options.uri, limits), options);
}

/**
 * The same of the two texts of a comparison, which may share what is alike in both of them.
 *
 * @throws ReadError for the base first
 */
export async function readDocumentPair(
  base: NamedText,
  head: NamedText,
  limitsSet: Partial<ReadLimits> = {},
): Promise<readonly [base: SpecDocument, head: SpecDocument]> {
  const limits = { ...READ_LIMITS, ...limitsSet };
  const before = { uri: base.uri, text: checked(base.text, base.uri, limits) };
  const after = { uri: head.uri, text: checked(head.text, head.uri, limits) };
  const [parsedBase, parsedHead] = await parsePair(before, after, limits);
  return [documentOf(before.text, parsedBase, before), documentOf(after.text, parsedHead, after)];
}

/** A text without its byte order mark. */
function checked(text: string, uri: string, { maxLength }: ReadLimits): string {
  if (text.length > maxLength) throw new DocumentTooLargeError(uri, text.length, maxLength);
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

function documentOf(
  text: string,
  { format, value, source }: Parsed,
  { uri, partOf }: Pick<ReadOptions, 'uri' | 'partOf'>,
): SpecDocument {
  const version = partOf !== undefined && !isOpenApiRoot(value) ? partOf : versionOf(value, uri, text);
  const document: SpecDocument = { uri, version, format, text, root: value };
  if (source !== null) keepSource(document, source);
  return document;
}
