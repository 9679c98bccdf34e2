import { hash as digest } from 'node:crypto';
import type { Finding, PlaceKind } from '../compare/finding.ts';
import { pointerOf, type Site } from '../contract/site.ts';
import { compareText } from '../report/order.ts';
import { canonicalText } from './canonical.ts';

/** 64 bits: two of a thousand changes share a fingerprint by chance once in 10^13 reports. */
const HEX_DIGITS = 16;

function hash(parts: readonly string[]): string {
  return digest('sha256', JSON.stringify(parts), 'hex').slice(0, HEX_DIGITS);
}

/** An operation without the names of its path parameters, which mean nothing. */
function operationText({ place: { operation } }: Finding): string {
  if (operation === null) return '';
  return `${operation.kind} ${operation.method} ${operation.path.replace(/\{[^{}]*\}/g, '{}')}`;
}

/** What stands between the parts of a list in words. */
const SEPARATORS = /, | and | or /;

/** The edit in words; lists of values are put in order, since theirs means nothing. */
function editText({ args }: Finding): string {
  const sorted = Object.entries(args).map(([name, text]) => [
    name,
    text.split(SEPARATORS).sort(compareText).join(),
  ]);
  return canonicalText(Object.fromEntries(sorted));
}

/** The fingerprint of one finding at one place: what happened, in which operation, to which part. */
export function placeFingerprint(finding: Finding): string {
  const { id, place, path } = finding;
  return hash([
    'place',
    id,
    operationText(finding),
    place.direction ?? '',
    place.label,
    JSON.stringify(path),
    editText(finding),
  ]);
}

/** How far up from the changed part the schema that holds it may stand: below `properties`, or an index below `allOf`. */
const HIGHEST_PARENT = 3;

/** What tells which part is meant: the schema around it with its siblings, or for a whole schema the schema itself. */
function surroundings({ base, path }: Finding): string {
  if (base === null) return '';
  const { raw, key } = path.length === 0 ? base : combined(around(base));
  if (raw === null || typeof raw !== 'object') return canonicalText(raw, key);
  let text = texts.get(raw);
  if (text === undefined) {
    text = hash([canonicalText(raw, key)]);
    texts.set(raw, text);
  }
  return text;
}

/** What schemas were told by before: many changes stand in one of them. */
const texts = new WeakMap<object, string>();

function around(base: Site): Site {
  let at: Site = base;
  for (let steps = 0; steps < HIGHEST_PARENT && at.parent !== null; steps += 1) {
    at = at.parent;
    if (at.raw !== null && typeof at.raw === 'object' && Object.hasOwn(at.raw, 'properties')) return at;
  }
  return base.parent ?? base;
}

/** The schema that a part of an `allOf`, or a branch, belongs to: which of them is looked at first means nothing. */
function combined(site: Site): Site {
  let at = site;
  while (at.parent?.parent && Array.isArray(at.parent.raw)) at = at.parent.parent;
  return at;
}

/** The places whose findings are about a schema. */
const SCHEMA_KINDS: ReadonlySet<PlaceKind> = new Set([
  'request-parameter',
  'request-body',
  'response-body',
  'response-header',
]);

/** Whether the finding may be shared: it is about a schema, or stands outside the operation that it is told of. */
function isShared({ place, base, head }: Finding): boolean {
  if (SCHEMA_KINDS.has(place.kind)) return true;
  const site = base ?? head;
  return site !== null && !/^\/(?:paths|webhooks)\//.test(pointerOf(site));
}

/**
 * The fingerprint of a cause. It must not depend on which operations share it: one more
 * operation that uses the table is no new reason to ask somebody again. So the place is told
 * by the schema around the part as it was *before*: it says which `price` is meant, it is
 * the same in every operation, and later edits of the new document leave it alone. Where
 * there was nothing before, the name of the part and the edit have to do. What is an
 * operation's own is told by the operation.
 */
export function causeFingerprint(finding: Finding): string {
  if (!isShared(finding)) return placeFingerprint(finding);
  const { id, place, path } = finding;
  return hash([
    'cause',
    id,
    place.direction ?? '',
    JSON.stringify(path.at(-1) ?? null),
    editText(finding),
    SCHEMA_KINDS.has(place.kind) ? surroundings(finding) : '',
  ]);
}

/** Tells two causes apart that would have the same fingerprint, by the first operation of each. */
export function tellApart(fingerprint: string, finding: Finding): string {
  return hash(['apart', fingerprint, placeFingerprint(finding)]);
}
