import type { Json, SpecDocument } from './document.ts';
import { pointerTokens, resolveUri, splitFragment } from './uri.ts';

/** A reference to another file, and the URI that `$id`s around it would give it. */
export interface ExternalRef {
  readonly ref: string;
  /** Resolved against the nearest `$id`; the same as against the file where there is none. */
  readonly named: string;
}

/** What a document refers to outside of itself, and what it names within. */
export interface ExternalRefs {
  readonly refs: readonly ExternalRef[];
  /** The URIs of the schema resources that stand in the document (`$id`, `$self`). */
  readonly resources: readonly string[];
}

const NONE: ExternalRefs = { refs: [], resources: [] };

/** Keys whose values are data and no part of the description: a `$ref` in there is a word like any other. */
export const DATA_KEYS: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

/** Keys whose values are maps from names to parts, so that a name may be any of the above. */
export const NAME_MAPS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'definitions',
  '$defs',
  'schemas',
  'responses',
  'parameters',
  'headers',
  'requestBodies',
  'callbacks',
  'links',
  'pathItems',
  'mediaTypes',
  'paths',
  'webhooks',
  'content',
  'encoding',
]);

/**
 * The references of a document that lead out of it. A look at the text decides first
 * whether there can be any, so that a document of one file is not walked.
 */
export function externalRefs(document: SpecDocument): ExternalRefs {
  const mayLeave = document.format === 'json' ? mayLeaveJson : mayLeaveYaml;
  if (!mayLeave(document.text)) return NONE;
  const knowsIds = document.version === '3.1' || document.version === '3.2';
  const refs: ExternalRef[] = [];
  const resources: string[] = [];
  // What a YAML alias puts in two places may be a map of names in one of them and a part in the other.
  const seen = { names: new Set<Json>(), parts: new Set<Json>() };
  const pending: { value: Json; base: string; names: boolean; top: boolean }[] = [
    { value: document.root, base: document.uri, names: false, top: true },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, names } = next;
    const known = names ? seen.names : seen.parts;
    if (value === null || typeof value !== 'object' || known.has(value)) continue;
    known.add(value);
    let { base } = next;
    const identifier = knowsIds ? textAt(value, next.top ? '$self' : '$id') : null;
    if (identifier !== null) {
      base = resolveUri(base, splitFragment(identifier).uri);
      resources.push(base);
    }
    const ref = textAt(value, '$ref');
    if (ref?.startsWith('#')) {
      pending.push({ value: hiddenTarget(document.root, ref), base, names: false, top: false });
    } else if (ref !== null) {
      refs.push({ ref, named: resolveUri(base, splitFragment(ref).uri) });
    }
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries(value)) {
      if (!isList && !names && (DATA_KEYS.has(key) || key.startsWith('x-'))) continue;
      pending.push({ value: child, base, names: !isList && !names && NAME_MAPS.has(key), top: false });
    }
  }
  return { refs, resources };
}

/** What a local reference leads to inside of data, where nobody else looks; null for any other. */
function hiddenTarget(root: Json, ref: string): Json {
  const tokens = pointerTokens(ref);
  if (!tokens.some((token) => DATA_KEYS.has(token) || token.startsWith('x-'))) return null;
  let at: Json = root;
  for (const token of tokens) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, token)) return null;
    at = (at as Readonly<Record<string, Json>>)[token] ?? null;
  }
  return at;
}

/** How nearly every JSON writer begins a local reference after its key. */
const USUAL_START = ': "#';

/** One of the letters of `$ref`, escaped: the key is then none that a look at the text finds. */
const ESCAPED_KEY = /\\u00(?:24|72|65|66)/i;

/** Whether any `$ref` in a JSON text begins with something else than `#`. */
function mayLeaveJson(text: string): boolean {
  if (ESCAPED_KEY.test(text)) return true;
  // Looked for without the quote before it: that is what a JSON text has most of, and `$` hardly at all.
  const key = '$ref"';
  const value = /\s*:\s*"#/y;
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at)) {
    const isWhole = text[at - 1] === '"';
    at += key.length;
    if (!isWhole || text.startsWith(USUAL_START, at)) continue;
    value.lastIndex = at;
    if (!value.test(text)) return true;
  }
  return false;
}

/** What lets a YAML text spell a key otherwise than letter by letter: a letter's number, or a line that goes on. */
const ESCAPED_IN_YAML = /\\(?:[xu]0*(?:24|72|65|66)|[ \t]*[\r\n])/i;

/** The same of a YAML text: whatever is not plainly a quoted text that begins with `#` may lead anywhere. */
function mayLeaveYaml(text: string): boolean {
  if (ESCAPED_IN_YAML.test(text)) return true;
  const key = '$ref';
  const value = /['"]?\s*:\s*['"]#/y;
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at)) {
    at += key.length;
    value.lastIndex = at;
    if (!value.test(text)) return true;
  }
  return false;
}

function textAt(value: object, key: string): string | null {
  if (!Object.hasOwn(value, key)) return null;
  const found = (value as Record<string, unknown>)[key];
  return typeof found === 'string' ? found : null;
}
