import { namesThings } from '../../contract/identifiers.ts';
import { OPERATION_KEYS } from '../../contract/operations.ts';
import type { Site } from '../../contract/site.ts';
import type { DocumentSet, Json, JsonObject, SpecDocument } from '../../read/document.ts';
import { DocumentTooDeepError } from '../../read/errors.ts';
import { READ_LIMITS } from '../../read/limits.ts';
import { structuralHash } from '../cause.ts';
import { createUnits, type Part, tokensOf, type Unit, type Units } from './units.ts';
import { createWalker, TooDeep, type Walker } from './walk.ts';

/** Which parts of two documents can't have changed, found without understanding them. */
export interface Lockstep {
  /** Whether an operation reads the same on both sides, with everything that it refers to. */
  readonly isClean: (section: Section, path: string, method: string) => boolean;
  /** Whether that holds for all operations of a path. */
  readonly isCleanPath: (section: Section, path: string) => boolean;
  /**
   * Whether anything refers to a component, from an operation or from what an operation
   * refers to, by the component's pointer in the root document (`/components/schemas/Pet`).
   */
  readonly isReached: (pointer: string) => boolean;
  /**
   * Whether two schemas read the same on both sides with everything that they refer to, so
   * that there is nothing to explain.
   */
  readonly isCleanPair: (base: Site, head: Site) => boolean;
  /** Whether a reference of the head may lead nowhere; where it is no, none does. */
  readonly mayLeadNowhere: boolean;
  /** Whether two values of the documents are equal but for annotations. */
  readonly isEqual: (base: Json, head: Json) => boolean;
}

/** Where operations stand in a document. */
export type Section = 'paths' | 'webhooks' | 'x-webhooks';

const SECTIONS: readonly Section[] = ['paths', 'webhooks', 'x-webhooks'];

/** The depth at which a walk ends; the reader's own limit. */
const MAX_DEPTH = READ_LIMITS.maxDepth;

/**
 * Walks both documents side by side. Every operation and everything that it refers to is
 * looked at once; an operation is clean when it is equal on both sides and reaches nothing
 * that isn't.
 *
 * @throws DocumentTooDeepError where a value is nested deeper than any API's
 */
export function lockstep(base: DocumentSet, head: DocumentSet): Lockstep {
  const walker = createWalker(MAX_DEPTH);
  try {
    return walk(base, head, walker);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    throw new DocumentTooDeepError(tooDeep(base, walker) ? base.root.uri : head.root.uri, MAX_DEPTH, error);
  }
}

function walk(base: DocumentSet, head: DocumentSet, walker: Walker): Lockstep {
  const units = createUnits(base, head, walker);
  const operations = new Map<string, Unit>();
  const paths = new Map<string, readonly Unit[]>();
  for (const section of SECTIONS) {
    const baseItems = objectUnder(base.root.root, section);
    const headItems = objectUnder(head.root.root, section);
    for (const path of new Set([...Object.keys(baseItems), ...Object.keys(headItems)])) {
      const name = `${section}\n${path}`;
      const parts = [partUnder(base, baseItems, path), partUnder(head, headItems, path)] as const;
      paths.set(name, addPathItem(units, operations, name, ...parts));
    }
  }
  units.settle();
  const reached = new Set<string>();
  let mayLeadNowhere = [...head.documents.values()].some(mayReferByName);
  for (const unit of units.referred()) {
    mayLeadNowhere ||= unit.isWanted && mayBeMissing(unit.head);
    for (const [part, documents] of [
      [unit.base, base],
      [unit.head, head],
    ] as const) {
      if (part !== null && part.document === documents.root) reached.add(componentOf(part.pointer ?? ''));
    }
  }
  const mayBeClean = sameSurroundings(base, head);
  const cleanPartners = new Map<object, Json>();
  const dirtyPartners = new Map<object, Json>();
  const refs = new Set<string>();
  return {
    mayLeadNowhere,
    isClean: (section, path, method) => {
      if (!mayBeClean) return false;
      const name = `${section}\n${path}`;
      const unit = operations.get(`${name}\n${method}`) ?? operations.get(name);
      return unit !== undefined && !unit.dirty;
    },
    isCleanPath: (section, path) =>
      mayBeClean && paths.get(`${section}\n${path}`)?.every((unit) => !unit.dirty) === true,
    isReached: (pointer) => reached.has(pointer),
    isCleanPair: (a, b) => {
      if (!mayBeClean) return false;
      if (typeof a.raw !== 'object' || a.raw === null) return a.raw === b.raw;
      // A schema is mostly asked about beside the same other one, by several rules in turn.
      if (cleanPartners.get(a.raw) === b.raw) return true;
      if (dirtyPartners.get(a.raw) === b.raw) return false;
      refs.clear();
      const isClean = walker.equal(a.raw, b.raw, refs) && units.areClean(a.document, b.document, refs);
      (isClean ? cleanPartners : dirtyPartners).set(a.raw, b.raw);
      return isClean;
    },
    isEqual: (a, b) => orDifferent(() => walker.equal(a, b, new Set())),
  };
}

/** What is nested too deeply to be compared counts as different; what operations reach never is. */
function orDifferent(isEqual: () => boolean): boolean {
  try {
    return isEqual();
  } catch (error) {
    if (error instanceof TooDeep) return false;
    throw error;
  }
}

/** An operation is a unit together with what its path item says beside its operations. */
function addPathItem(
  units: Units,
  operations: Map<string, Unit>,
  name: string,
  base: Part | null,
  head: Part | null,
): readonly Unit[] {
  const rest = units.add(withoutOperations(base), withoutOperations(head));
  operations.set(name, rest);
  const all = [rest];
  for (const key of OPERATION_KEYS) {
    const baseOperation = member(base, key);
    const headOperation = member(head, key);
    if (baseOperation === null && headOperation === null) continue;
    const unit = units.add(baseOperation, headOperation);
    rest.dependents.push(unit);
    all.push(unit);
    operations.set(`${name}\n${key.toUpperCase()}`, unit);
  }
  return all;
}

function withoutOperations(part: Part | null): Part | null {
  if (part === null) return null;
  const rest = Object.entries(part.value as JsonObject).filter(([key]) => !OPERATION_KEYS.has(key));
  return { ...part, value: Object.fromEntries(rest) };
}

function member(part: Part | null, key: string): Part | null {
  if (part === null || !Object.hasOwn(part.value as JsonObject, key)) return null;
  return { ...part, value: (part.value as JsonObject)[key] as Json };
}

function partUnder(documents: DocumentSet, items: JsonObject, path: string): Part | null {
  const value = Object.hasOwn(items, path) ? items[path] : undefined;
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  return { document: documents.root, pointer: null, value };
}

function objectUnder(root: Json, key: string): JsonObject {
  if (root === null || typeof root !== 'object' || !Object.hasOwn(root, key)) return {};
  const value = (root as JsonObject)[key];
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** The component that a pointer leads to or into: its first three steps, two for Swagger 2.0. */
function componentOf(pointer: string): string {
  const tokens = tokensOf(pointer);
  return tokens
    .slice(0, tokens[0] === 'components' ? 3 : 2)
    .map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/**
 * Whether equal text means the same on both sides. It doesn't between versions whose
 * schemas differ, and is hard to say where parts are found by name instead of by place.
 */
function sameSurroundings(base: DocumentSet, head: DocumentSet): boolean {
  const documents = [...base.documents.values(), ...head.documents.values()];
  return (
    dialectOf(base) === dialectOf(head) &&
    !documents.some(namesThings) &&
    ['consumes', 'produces', 'jsonSchemaDialect'].every(
      (key) => structuralHash(under(base, key)) === structuralHash(under(head, key)),
    )
  );
}

/** Whether a document may refer by what a walk along pointers doesn't see. */
function mayReferByName(document: SpecDocument): boolean {
  const { text, version } = document;
  const isDynamic = version === '3.1' || version === '3.2';
  return namesThings(document) || (isDynamic && HIDDEN_REFERENCES.some((part) => text.includes(part)));
}

/** Parts of `$dynamicRef` and `$recursiveRef`, and what they may be escaped by. */
const HIDDEN_REFERENCES = ['dynamicR', 'recursiveR', '\\u00', '\\x'];

/** Whether a reference to a part may lead nowhere: there is none, or it leads on, or it is found by name. */
function mayBeMissing(part: Part | null): boolean {
  return part === null || isReference(part.value) || !isPointer(part.pointer);
}

function isPointer(pointer: string | null): boolean {
  return pointer === null || pointer === '' || pointer.startsWith('/');
}

/** Whether something is a reference itself: one may lead to another, and back. */
function isReference(value: Json): boolean {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, '$ref');
}

function dialectOf({ root: { version } }: DocumentSet): string {
  return version === '3.2' ? '3.1' : version;
}

function under({ root: { root } }: DocumentSet, key: string): Json | undefined {
  return root !== null && typeof root === 'object' && Object.hasOwn(root, key)
    ? (root as JsonObject)[key]
    : undefined;
}

function tooDeep(documents: DocumentSet, walker: Walker): boolean {
  try {
    walker.collect(documents.root.root, new Set());
    return false;
  } catch {
    return true;
  }
}
