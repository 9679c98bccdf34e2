import type { Site } from '../contract/site.ts';
import type { Json } from '../read/document.ts';

/** Which way a message travels, as the API's user sees it: what is sent is a request, what arrives is a response. */
export type Direction = 'request' | 'response';

/** Which side of the comparison. */
export type Side = 'base' | 'head';

/** An operation as a report names it: the head's spelling where there is one, else the base's. */
export interface OperationRef {
  readonly kind: 'operation' | 'webhook' | 'callback';
  /** Upper case. */
  readonly method: string;
  /** The path template, the webhook's name, or the callback's expression. */
  readonly path: string;
}

/** Where in the contract a finding stands; the first half of a check's id. */
export type PlaceKind =
  | 'api'
  | 'request-parameter'
  | 'request-body'
  | 'response'
  | 'response-body'
  | 'response-header'
  | 'webhook'
  | 'callback'
  | 'security'
  | 'server'
  | 'component';

/** A place of the contract that both sides were matched at. */
export interface Place {
  readonly kind: PlaceKind;
  readonly operation: OperationRef | null;
  /** null for what is sent in neither direction (tags, components, servers). */
  readonly direction: Direction | null;
  /** Where a parameter travels; only on places of parameters. */
  readonly parameterIn?: 'path' | 'query' | 'querystring' | 'header' | 'cookie';
  /**
   * The place in words, to stand in the middle of a sentence: "the request body",
   * "query parameter `limit`", "the 200 response", "header `ETag` of the 200 response".
   */
  readonly label: string;
}

/** A step from a schema into a part of the value that it describes. */
export type PathStep =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'additional-property' }
  | { readonly kind: 'pattern-property'; readonly pattern: string }
  | { readonly kind: 'property-name' }
  | { readonly kind: 'item' }
  | { readonly kind: 'tuple-item'; readonly index: number }
  | { readonly kind: 'contains' };

/** The value that proves a break: the side that accepts it and the side that doesn't. */
export interface Witness {
  readonly direction: Direction;
  /** The whole body, parameter or header value, not only the part that broke. */
  readonly value: Json;
  /** A request is accepted by the base alone, a response by the head alone. */
  readonly acceptedBy: Side;
  /** Parts that the finding isn't about were left out: the whole is larger than a report should carry. */
  readonly cut?: true;
}

/** What the law of the engine says of a difference: docs/diff-engine.md. */
export type Ruling = 'breaking' | 'safe' | 'undecided';

/**
 * One difference at one place, before any policy: what happened, what the law says, and
 * the proof. One change of a report holds all findings with the same cause.
 */
export interface Finding {
  /** An id of the catalogue. */
  readonly id: string;
  readonly ruling: Ruling;
  readonly place: Place;
  /** From the place's schema to the part that changed; empty at the top or outside schemas. */
  readonly path: readonly PathStep[];
  readonly base: Site | null;
  readonly head: Site | null;
  /** What the check's message needs: names and values, already in words. Text from documents: hostile. */
  readonly args: Readonly<Record<string, string>>;
  readonly witness: Witness | null;
  /** Why it could not be decided, or why no value is known that shows what breaks; one clause in plain words. */
  readonly reason: string | null;
  /**
   * Findings with equal keys have one cause: the same edit to the same part (same before,
   * same after), wherever it stands. Opaque, and equal in every run.
   */
  readonly cause: string;
}
