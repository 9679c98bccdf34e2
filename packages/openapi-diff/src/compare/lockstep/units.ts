import type { DocumentSet, Json, JsonObject, SpecDocument } from '../../read/document.ts';
import { resolveUri, splitFragment } from '../../read/uri.ts';
import { getOrMake } from '../get-or-make.ts';
import type { Walker } from './walk.ts';

/** The part of both documents that one reference leads to, or that one operation is. */
export interface Unit {
  /** Whether any exchange may differ: the part itself differs, or something that it refers to does. */
  dirty: boolean;
  /** Whether a reference of the head's leads here, and not one of the base's alone. */
  isWanted: boolean;
  readonly base: Part | null;
  readonly head: Part | null;
  readonly dependents: Unit[];
}

/** A value of a document, and its pointer where a reference named it. */
export interface Part {
  readonly document: SpecDocument;
  readonly pointer: string | null;
  readonly value: Json;
}

/** Units that are compared once each, however many references lead to them. */
export interface Units {
  /** Adds an operation (or whatever else nothing refers to) with parts that nothing but it can change. */
  readonly add: (base: Part | null, head: Part | null) => Unit;
  /** Compares everything that was added and all that it reaches, and hands `dirty` on to what depends on it. */
  readonly settle: () => void;
  /** Whether all that these references lead to, from these documents, was compared and found clean. */
  readonly areClean: (base: SpecDocument, head: SpecDocument, refs: Iterable<string>) => boolean;
  /** Every unit that a reference led to. */
  readonly referred: () => Iterable<Unit>;
}

/** The units of two sets of documents. */
export function createUnits(base: DocumentSet, head: DocumentSet, walker: Walker): Units {
  const byTarget = new Map<string, Unit>();
  const pending: Unit[] = [];
  const dirty: Unit[] = [];

  const add = (basePart: Part | null, headPart: Part | null): Unit => {
    const unit: Unit = { dirty: false, isWanted: false, base: basePart, head: headPart, dependents: [] };
    pending.push(unit);
    return unit;
  };

  // What a reference's text leads to depends on the documents that it stands in alone.
  const byText = new Map<SpecDocument | null, Map<SpecDocument | null, Map<string, Unit>>>();
  const textsOf = (unit: Unit): Map<string, Unit> => {
    const byHead = getOrMake(byText, unit.base?.document ?? null, () => new Map());
    return getOrMake(byHead, unit.head?.document ?? null, () => new Map());
  };

  const unitOf = (from: Unit, ref: string): Unit => {
    const baseTarget = from.base === null ? null : targetOf(from.base.document, ref, base);
    const headTarget = from.head === null ? null : targetOf(from.head.document, ref, head);
    const key = `${identify(baseTarget)}\n${identify(headTarget)}`;
    let unit = byTarget.get(key);
    if (unit === undefined) {
      unit = add(partOf(baseTarget), partOf(headTarget));
      byTarget.set(key, unit);
    }
    return unit;
  };

  const explore = (unit: Unit): void => {
    const refs = new Set<string>();
    const { base: before, head: after } = unit;
    let wanted = refs;
    if (before === null || after === null || !walker.equal(before.value, after.value, refs)) {
      unit.dirty = true;
      dirty.push(unit);
      wanted = new Set();
      if (before !== null) walker.collect(before.value, refs);
      if (after !== null) walker.collect(after.value, wanted);
      for (const ref of wanted) refs.add(ref);
    }
    if (refs.size === 0) return;
    const texts = textsOf(unit);
    for (const ref of refs) {
      const target = getOrMake(texts, ref, () => unitOf(unit, ref));
      target.dependents.push(unit);
      target.isWanted ||= wanted.has(ref);
    }
  };

  return {
    add,
    areClean: (baseDocument, headDocument, refs) => {
      const texts = byText.get(baseDocument)?.get(headDocument);
      for (const ref of refs) if (texts?.get(ref)?.dirty !== false) return false;
      return true;
    },
    referred: () => byTarget.values(),
    settle: () => {
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) explore(next);
      for (let next = dirty.pop(); next !== undefined; next = dirty.pop()) {
        for (const dependent of next.dependents) {
          if (dependent.dirty) continue;
          dependent.dirty = true;
          dirty.push(dependent);
        }
      }
    },
  };
}

interface Target {
  readonly document: SpecDocument;
  readonly pointer: string;
}

function targetOf(document: SpecDocument, ref: string, documents: DocumentSet): Target | null {
  const { uri, fragment } = splitFragment(ref);
  const target = uri === '' ? document : documents.documents.get(resolveUri(document.uri, uri));
  return target === undefined ? null : { document: target, pointer: fragment ?? '' };
}

function identify(target: Target | null): string {
  return target === null ? '' : `${target.document.uri}#${target.pointer}`;
}

function partOf(target: Target | null): Part | null {
  if (target === null) return null;
  let value: Json = target.document.root;
  for (const token of tokensOf(target.pointer)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, token)) return null;
    value = (value as JsonObject)[token] as Json;
  }
  return { ...target, value };
}

/** The keys of a pointer in a URI's fragment. */
export function tokensOf(pointer: string): readonly string[] {
  const tokens = pointer.split('/').slice(1);
  if (!pointer.includes('~') && !pointer.includes('%')) return tokens;
  return tokens.map((token) => decode(token).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
