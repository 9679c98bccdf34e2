/** A JSON value, as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object, as `JSON.parse` gives it. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The version families that the engine reads; 3.1 and 3.2 share JSON Schema 2020-12. */
export type SpecVersion = '2.0' | '3.0' | '3.1' | '3.2';

/** One OpenAPI or Swagger document (or a file that one refers to), read but not yet understood. */
export interface SpecDocument {
  /** What reports call it: a path, `REV:path` or `-`. It is also the base of relative `$ref`s. */
  readonly uri: string;
  readonly version: SpecVersion;
  readonly format: 'json' | 'yaml';
  /** The source, kept so that positions can be worked out for findings alone. */
  readonly text: string;
  readonly root: Json;
}

/** A document with every file that it refers to, read beforehand so that the engine needs no I/O. */
export interface DocumentSet {
  readonly root: SpecDocument;
  /** The other files by their resolved URI; `root` is among them. */
  readonly documents: ReadonlyMap<string, SpecDocument>;
}
