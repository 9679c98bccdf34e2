import type { DocumentSet, JsonObject, SpecVersion } from '../read/document.ts';
import type { Site } from './site.ts';

/**
 * The one internal form of Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2. It is lazy: what a
 * function gives is worked out when it is first asked for and kept, so that an operation
 * that nobody looks at costs nothing. Sites point into the document as it was written.
 */
export interface Contract {
  readonly documents: DocumentSet;
  readonly version: SpecVersion;
  readonly root: Site;
  readonly paths: () => readonly PathEntry[];
  readonly webhooks: () => readonly PathEntry[];
  /** The document's own security requirement, or null where it has none. */
  readonly security: () => Security | null;
  readonly securitySchemes: () => ReadonlyMap<string, SecurityScheme>;
  readonly servers: () => readonly Server[];
}

/** Where an operation stands: under a path, as a webhook, or as a callback of another operation. */
export type OperationKind = 'operation' | 'webhook' | 'callback';

/** A path template (or a webhook's name, or a callback's expression) with its operations. */
export interface PathEntry {
  readonly kind: OperationKind;
  readonly path: string;
  /** The entry in the map, before its `$ref` is followed. */
  readonly site: Site;
  readonly operations: () => readonly Operation[];
}

/** One operation. */
export interface Operation {
  readonly kind: OperationKind;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  readonly site: Site;
  readonly entry: PathEntry;
  readonly object: JsonObject;
  /** Effective parameters: the path item's, overridden by the operation's own, and undeclared path parameters. */
  readonly parameters: () => readonly Parameter[];
  readonly requestBody: () => RequestBody | null;
  readonly responses: () => readonly ApiResponse[];
  /** The requirement that holds here: the operation's own, else the document's. */
  readonly security: () => Security;
  /** The servers that hold here: the operation's own, else the path item's, else the document's. */
  readonly servers: () => readonly Server[];
  readonly callbacks: () => readonly Callback[];
}

/** Where a parameter travels; `querystring` is 3.2's whole query string. */
export type ParameterIn = 'path' | 'query' | 'querystring' | 'header' | 'cookie';

/** How a parameter or header is written on the wire, with every default filled in. */
export interface Serialisation {
  /**
   * OpenAPI 3's styles, and `tsv` for Swagger 2.0's `tsv`, which has no counterpart.
   */
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly allowEmptyValue: boolean;
}

/** What a parameter and a response header have in common. */
export interface ValueSlot {
  readonly name: string;
  /** The object that declares it, after `$ref`s; for an undeclared path parameter, the operation. */
  readonly site: Site;
  readonly required: boolean;
  readonly deprecated: boolean;
  /**
   * The schema, or null where there is none (anything goes). In Swagger 2.0 it is the
   * parameter or header object itself: its boolean `required` is no schema keyword.
   */
  readonly schema: Site | null;
  /** The media type, when the value is written as a document (`content`) instead of by style. */
  readonly content: MediaType | null;
  readonly serialisation: Serialisation;
}

/** An effective parameter of an operation. */
export interface Parameter extends ValueSlot {
  readonly in: ParameterIn;
  /** `implied`: a name in the path template that no parameter declares; a required string. */
  readonly declared: 'operation' | 'path' | 'implied';
}

/** A header of a response or of a part of a multipart body. */
export type Header = ValueSlot;

/** A request body. */
export interface RequestBody {
  readonly site: Site;
  readonly required: boolean;
  readonly content: () => readonly MediaType[];
}

/** One media range of a body and the schema of what it carries. */
export interface MediaType {
  /** Lower case, without parameters such as `charset`: `application/json`, `text/*`. */
  readonly range: string;
  /** As the document spells it. */
  readonly name: string;
  readonly site: Site;
  readonly schema: Site | null;
  /** 3.2: the schema of each item of a stream. */
  readonly itemSchema: Site | null;
  /** Per-property serialisation of forms and multipart bodies. */
  readonly encoding: Site | null;
}

/** A response for a status (`200`), a range (`2XX`) or everything else (`default`). */
export interface ApiResponse {
  readonly status: string;
  readonly site: Site;
  readonly headers: () => readonly Header[];
  readonly content: () => readonly MediaType[];
  readonly links: () => readonly Link[];
}

/** A link of a response. */
export interface Link {
  readonly name: string;
  readonly site: Site;
}

/** A callback: the requests that the API sends to an address it was given. */
export interface Callback {
  readonly name: string;
  readonly site: Site;
  readonly entries: () => readonly PathEntry[];
}

/**
 * Which credentials suffice: one of the alternatives, each of which asks for all its
 * schemes with their scopes. No alternatives, or one that is empty: no credential is needed.
 */
export interface Security {
  /** The requirement's array, or null where neither the operation nor the document has one. */
  readonly site: Site | null;
  readonly source: 'operation' | 'document' | 'none';
  readonly alternatives: readonly ReadonlyMap<string, readonly string[]>[];
}

/** A security scheme's definition. */
export interface SecurityScheme {
  readonly name: string;
  readonly site: Site;
  readonly object: JsonObject;
}

/** A server's address. Swagger 2.0's schemes, host and basePath make one for each scheme. */
export interface Server {
  readonly url: string;
  readonly site: Site;
}
