import type { SpecDocument, SpecVersion } from './document.ts';
import { DocumentTooLargeError } from './errors.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { parse } from './parse.ts';
import { isOpenApiRoot, versionOf } from './version.ts';
import { keepEvents } from './yaml-events.ts';

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
  const { uri, partOf } = options;
  const limits = { ...READ_LIMITS, ...options.limits };
  if (text.length > limits.maxLength) throw new DocumentTooLargeError(uri, text.length, limits.maxLength);
  const clean = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const { format, value, events } = await parse(clean, uri, limits);
  const version = partOf !== undefined && !isOpenApiRoot(value) ? partOf : versionOf(value, uri, clean);
  const document: SpecDocument = { uri, version, format, text: clean, root: value };
  if (events !== null) keepEvents(document, events);
  return document;
}
