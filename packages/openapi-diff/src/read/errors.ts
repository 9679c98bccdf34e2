import { code as inCode } from '../compare/words.ts';

/** The codes of everything that can keep a document from being read. */
export type ReadErrorCode =
  | 'NOT_OPENAPI'
  | 'UNSUPPORTED_VERSION'
  | 'INVALID_SYNTAX'
  | 'DUPLICATE_KEY'
  | 'DOCUMENT_TOO_LARGE'
  | 'DOCUMENT_TOO_DEEP'
  | 'ALIAS_BOMB'
  | 'ALIAS_CYCLE'
  | 'REMOTE_REF'
  | 'REF_OUTSIDE_ROOT'
  | 'REF_UNREADABLE'
  | 'TOO_MANY_FILES';

/** A document could not be read. The message says what and where, the hint what to do next. */
export abstract class ReadError extends Error {
  abstract readonly code: ReadErrorCode;
  readonly uri: string;
  readonly hint: string;

  constructor(uri: string, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.uri = uri;
    this.hint = hint;
  }
}

const SHOWN_START = 40;

/** It has neither `openapi` nor `swagger` at the top. */
export class NotOpenApiError extends ReadError {
  override readonly name = 'NotOpenApiError';
  override readonly code = 'NOT_OPENAPI';

  constructor(uri: string, text: string) {
    const start = text.trimStart().slice(0, SHOWN_START).split('\n', 1)[0]?.trimEnd() ?? '';
    const isPage = start.startsWith('<');
    const begins = start === '' ? 'It is empty' : `It begins with ${inCode(start)}`;
    super(
      uri,
      `${uri} is no OpenAPI document: it has neither "openapi" nor "swagger" at the top. ${begins}${
        isPage ? ': the address answers with a page, probably a sign-in.' : '.'
      }`,
      isPage
        ? 'Open the address without being signed in and see what it answers.'
        : 'Check that the path or address is that of an OpenAPI document.',
    );
  }
}

/** Its version is none that the engine knows. */
export class UnsupportedVersionError extends ReadError {
  override readonly name = 'UnsupportedVersionError';
  override readonly code = 'UNSUPPORTED_VERSION';

  constructor(uri: string, version: string) {
    super(
      uri,
      `${uri} is written in version ${inCode(version)}, which can't be compared.`,
      'Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 can: convert the document to one of them.',
    );
  }
}

/** It is neither JSON nor YAML. */
export class InvalidSyntaxError extends ReadError {
  override readonly name = 'InvalidSyntaxError';
  override readonly code = 'INVALID_SYNTAX';

  constructor(uri: string, format: 'JSON' | 'YAML', problem: string, cause: unknown) {
    super(
      uri,
      `${uri} is no valid ${format}: ${problem}.`,
      'If the file was written by a tool, it may have been cut short: write it again.',
      cause,
    );
  }
}

/** A YAML mapping names a key twice. (JSON lets the last one win, as every reader of JSON does.) */
export class DuplicateKeyError extends ReadError {
  override readonly name = 'DuplicateKeyError';
  override readonly code = 'DUPLICATE_KEY';

  constructor(uri: string, where: string, cause: unknown) {
    super(
      uri,
      `${uri} names a key twice in one mapping, at ${where}.`,
      'YAML allows a key once: rename or remove one of the two.',
      cause,
    );
  }
}

/** It has more characters than the limit allows. */
export class DocumentTooLargeError extends ReadError {
  override readonly name = 'DocumentTooLargeError';
  override readonly code = 'DOCUMENT_TOO_LARGE';

  constructor(uri: string, length: number, limit: number) {
    super(
      uri,
      `${uri} has ${length} characters; at most ${limit} are read.`,
      'Split the document into files that refer to each other, or raise the limit.',
    );
  }
}

/** Its objects and arrays are nested deeper than the limit allows. */
export class DocumentTooDeepError extends ReadError {
  override readonly name = 'DocumentTooDeepError';
  override readonly code = 'DOCUMENT_TOO_DEEP';

  constructor(uri: string, limit: number, cause?: unknown) {
    super(
      uri,
      `${uri} nests its values more than ${limit} deep.`,
      'No API needs that: look for a generator that wraps the document into itself.',
      cause,
    );
  }
}

/** Its YAML aliases multiply into more values than the limit allows. */
export class AliasBombError extends ReadError {
  override readonly name = 'AliasBombError';
  override readonly code = 'ALIAS_BOMB';

  constructor(uri: string, limit: number) {
    super(
      uri,
      `${uri} grows to more than ${limit} values when its YAML aliases are replaced by what they stand for.`,
      'Use `$ref` to share parts of an OpenAPI document.',
    );
  }
}

/** A YAML alias stands inside of its own anchor. */
export class AliasCycleError extends ReadError {
  override readonly name = 'AliasCycleError';
  override readonly code = 'ALIAS_CYCLE';

  constructor(uri: string) {
    super(
      uri,
      `${uri} holds a YAML alias that contains itself.`,
      'Use `$ref` for a schema that refers to itself.',
    );
  }
}

/** A `$ref` leads to another host, which is not asked. */
export class RemoteRefError extends ReadError {
  override readonly name = 'RemoteRefError';
  override readonly code = 'REMOTE_REF';

  constructor(uri: string, ref: string) {
    super(
      uri,
      `${uri} refers to ${inCode(ref)}, and remote documents are not fetched.`,
      'Keep a copy beside the document and refer to it by its path, or allow remote references.',
    );
  }
}

/** A `$ref` leads to a file outside of the folder that may be read. */
export class RefOutsideRootError extends ReadError {
  override readonly name = 'RefOutsideRootError';
  override readonly code = 'REF_OUTSIDE_ROOT';

  constructor(uri: string, ref: string) {
    super(
      uri,
      `${uri} refers to ${inCode(ref)}, which is outside of the folder that may be read.`,
      'Move the file into the folder, or start from a folder that holds both.',
    );
  }
}

/** A file that a document refers to can't be read. */
export class RefUnreadableError extends ReadError {
  override readonly name = 'RefUnreadableError';
  override readonly code = 'REF_UNREADABLE';

  constructor(uri: string, ref: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      uri,
      `${uri} refers to ${inCode(ref)}, which can't be read: ${why}`,
      'Check the path of the reference.',
      cause,
    );
  }
}

/** A document refers, directly or not, to more files than the limit allows. */
export class TooManyFilesError extends ReadError {
  override readonly name = 'TooManyFilesError';
  override readonly code = 'TOO_MANY_FILES';

  constructor(uri: string, limit: number) {
    super(
      uri,
      `${uri} refers to more than ${limit} files.`,
      'Bundle the document into one file first, or raise the limit.',
    );
  }
}
