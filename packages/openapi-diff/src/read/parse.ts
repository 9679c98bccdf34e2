import type { Event } from 'js-yaml';
import { code } from '../compare/words.ts';
import type { Json } from './document.ts';
import {
  AliasBombError,
  AliasCycleError,
  DocumentTooDeepError,
  DuplicateKeyError,
  InvalidSyntaxError,
  NotOpenApiError,
} from './errors.ts';
import type { ReadLimits } from './limits.ts';
import type { InParts } from './yaml-pair.ts';
import type { YamlSource } from './yaml-source.ts';

/** A text as a JSON value, and which of the two languages it was written in. */
export interface Parsed {
  readonly format: 'json' | 'yaml';
  readonly value: Json;
  /** What the YAML reader told, for positions later; null for JSON. */
  readonly source: YamlSource | null;
}

/** A tag, a doctype or an XML declaration: a page and no document. */
const MARKUP = /^<[!?a-z]/i;

/**
 * Reads JSON or YAML by the look of the text, not by the name of the file: what begins with
 * a brace or bracket is JSON, unless it isn't and the name says YAML. The YAML reader is
 * loaded when it is needed. A depth limit on JSON is left to whoever walks the value,
 * since `JSON.parse` needs no stack.
 */
export async function parse(text: string, uri: string, limits: ReadLimits): Promise<Parsed> {
  const start = text.trimStart();
  if (start === '' || MARKUP.test(start)) throw new NotOpenApiError(uri, text);
  if (!looksLikeJson(text)) return parseYaml(text, uri, limits);
  try {
    return { format: 'json', value: JSON.parse(text) as Json, source: null };
  } catch (error) {
    if (/\.ya?ml$/i.test(uri)) return parseYaml(text, uri, limits);
    throw new InvalidSyntaxError(uri, 'JSON', jsonProblem(text, error), error);
  }
}

/** A text with the file's name. */
export interface NamedText {
  readonly text: string;
  readonly uri: string;
}

/**
 * The same of both texts of a pair. What two YAML texts say alike is read once, where lines show
 * it: their parser takes many times as long as that of JSON, which isn't outrun by looking first.
 */
export async function parsePair(
  base: NamedText,
  head: NamedText,
  limits: ReadLimits,
): Promise<readonly [base: Parsed, head: Parsed]> {
  if (![base, head].some(({ text }) => looksLikeJson(text))) {
    const { readYamlPair } = await import('./yaml-pair.ts');
    const both = readYamlPair(base.text, head.text, limits.maxDepth);
    if (both !== null) return [inParts(both.base), inParts(both.head)];
  }
  return [await parse(base.text, base.uri, limits), await parse(head.text, head.uri, limits)];
}

function inParts({ value, parts }: InParts): Parsed {
  return { format: 'yaml', value, source: { kind: 'parts', parts } };
}

function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/** Where `JSON.parse` stopped; its own message quotes the text, which we leave out. */
function jsonProblem(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/unexpected end/i.test(message)) return 'it ends too early';
  const position = /at position (\d+)/.exec(message)?.[1];
  // Of short texts Node tells the character alone.
  const token = /Unexpected token '(.)'/u.exec(message)?.[1];
  if (position === undefined)
    return token === undefined ? 'it is misspelt' : `it has ${code(token)} where no such thing may stand`;
  const before = text.slice(0, Number(position));
  const line = before.split('\n').length;
  return `it is misspelt at line ${line}, column ${before.length - before.lastIndexOf('\n')}`;
}

async function parseYaml(text: string, uri: string, limits: ReadLimits): Promise<Parsed> {
  const { constructFromEvents, EVENT_ID, parseEvents, YAMLException } = await import('js-yaml');
  const { YAML_SCHEMA } = await import('./yaml-schema.ts');
  let documents: readonly unknown[];
  let events: readonly Event[];
  try {
    const parsed = parseEvents(text, { maxDepth: limits.maxDepth });
    documents = constructFromEvents(parsed, { source: text, schema: YAML_SCHEMA });
    events = parsed;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const where = error.mark
      ? `line ${error.mark.line + 1}, column ${error.mark.column + 1}`
      : 'an unknown place';
    if (error.reason.startsWith('duplicated mapping key')) throw new DuplicateKeyError(uri, where, error);
    if (error.reason.startsWith('nesting exceeded')) {
      throw new DocumentTooDeepError(uri, limits.maxDepth, error);
    }
    throw new InvalidSyntaxError(uri, 'YAML', `${error.reason}, at ${where}`, error);
  }
  if (documents.length !== 1) {
    const problem = documents.length === 0 ? 'it holds nothing' : 'it holds several documents';
    throw new InvalidSyntaxError(uri, 'YAML', problem, null);
  }
  const value = documents[0] as Json;
  // Without aliases it is as large as it is written, and no deeper than the parser allows.
  if (events.some(({ type }) => type === EVENT_ID.ALIAS)) checkExpansion(value, uri, limits);
  return { format: 'yaml', value, source: { kind: 'events', events } };
}

/** Measures a YAML value with each alias counted as what it stands for, each shared part measured once. */
function checkExpansion(value: Json, uri: string, limits: ReadLimits): void {
  const measured = new Map<object, { values: number; depth: number }>();
  const open = new Set<object>();
  const measure = (part: Json): { values: number; depth: number } => {
    if (part === null || typeof part !== 'object') return LEAF;
    const known = measured.get(part);
    if (known !== undefined) return known;
    if (open.has(part)) throw new AliasCycleError(uri);
    open.add(part);
    let values = 1;
    let depth = 0;
    for (const child of Object.values(part)) {
      const size = measure(child);
      values += size.values;
      depth = Math.max(depth, size.depth);
    }
    open.delete(part);
    if (values > limits.maxValues) throw new AliasBombError(uri, limits.maxValues);
    if (depth + 1 > limits.maxDepth) throw new DocumentTooDeepError(uri, limits.maxDepth);
    const size = { values, depth: depth + 1 };
    measured.set(part, size);
    return size;
  };
  measure(value);
}

const LEAF = { values: 1, depth: 0 };
