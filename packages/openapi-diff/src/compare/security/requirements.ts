import type { Security } from '../../contract/contract.ts';
import { type CompareContext, type OperationPair, placeOf, requestLine } from '../context.ts';
import type { Ruling } from '../finding.ts';
import type { SchemePairs } from './scheme-pairs.ts';

/** One set of credentials that suffices: the schemes by the key that both sides share, with their scopes. */
interface Alternative {
  readonly names: readonly string[];
  readonly scopes: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Which credentials suffice for an operation, by meaning: it breaks when a set of
 * credentials that sufficed no longer does, however the requirement is written.
 */
export function compareSecurity(context: CompareContext, pair: OperationPair, schemes: SchemePairs): void {
  const before = pair.base.security();
  const after = pair.head.security();
  const bases = alternativesOf(before, schemes.baseKey);
  const heads = alternativesOf(after, schemes.headKey);
  const isGlobal = before.source !== 'operation' && after.source !== 'operation';
  const emit = (event: string, ruling: Ruling, args: Record<string, string>): void =>
    context.emit({
      id: `api-${isGlobal ? 'global-' : ''}security-${event}`,
      ruling,
      place: placeOf(pair.head),
      base: before.site ?? pair.base.site,
      head: after.site ?? pair.head.site,
      args: ruling === 'breaking' ? { ...args, example: requestLine(pair.base) } : args,
      cause: [event, ruling, JSON.stringify(args), wordsOf(bases), wordsOf(heads)],
    });
  for (const alternative of bases) {
    if (heads.some((other) => suffices(alternative, other))) continue;
    lost(alternative, heads, schemes, emit);
  }
  const isOpen = (alternatives: readonly Alternative[]) =>
    alternatives.some(({ scopes }) => scopes.size === 0);
  if (isOpen(heads) && !isOpen(bases)) {
    // Safe for every client, and seldom what the owner meant: told in its own words, with no twin for documents.
    context.emit({
      id: 'api-security-all-removed',
      ruling: 'safe',
      place: placeOf(pair.head),
      base: before.site ?? pair.base.site,
      head: after.site ?? pair.head.site,
      args: { schemes: wordsOf(bases) },
      cause: [wordsOf(bases)],
    });
    return;
  }
  for (const alternative of heads) {
    if (bases.some((other) => suffices(alternative, other))) continue;
    gained(alternative, bases, emit);
  }
}

type Emit = (event: string, ruling: Ruling, args: Record<string, string>) => void;

function lost(
  alternative: Alternative,
  heads: readonly Alternative[],
  schemes: SchemePairs,
  emit: Emit,
): void {
  const renewed = heads.find(({ names }) => sameNames(names, alternative.names));
  // A scheme that keeps its name and asks for something else is told as a change of the scheme.
  if (renewed !== undefined && alternative.names.some((name) => schemes.differences.has(name))) {
    if (!sameKeys(renewed, alternative)) return;
  }
  if (alternative.scopes.size === 0) {
    emit('added', 'breaking', { schemes: wordsOf(heads) });
    return;
  }
  const narrower = heads.find((other) => keysWithin(other, alternative));
  if (narrower === undefined) {
    emit('removed', 'breaking', { schemes: wordsOf([alternative]) });
    return;
  }
  for (const [key, scopes] of narrower.scopes) {
    for (const scope of scopes.difference(alternative.scopes.get(key) ?? new Set())) {
      emit('scope-added', 'breaking', { scope, scheme: key });
    }
  }
}

function gained(alternative: Alternative, bases: readonly Alternative[], emit: Emit): void {
  const wider = bases.find((other) => sameKeys(other, alternative));
  if (wider === undefined) {
    // One that keeps only a changed scheme's name has been told already.
    if (!bases.some(({ names }) => sameNames(names, alternative.names))) {
      emit('added', 'safe', { schemes: wordsOf([alternative]) });
    }
    return;
  }
  for (const [key, scopes] of wider.scopes) {
    for (const scope of scopes.difference(alternative.scopes.get(key) ?? new Set())) {
      emit('scope-removed', 'safe', { scope, scheme: key });
    }
  }
}

/** No alternatives at all ask for nothing, as one empty alternative does. */
function alternativesOf({ alternatives }: Security, keyOf: (name: string) => string): readonly Alternative[] {
  if (alternatives.length === 0) return [{ names: [], scopes: new Map() }];
  return alternatives.map((alternative) => ({
    names: [...alternative.keys()].sort(),
    scopes: new Map(Array.from(alternative, ([name, scopes]) => [keyOf(name), new Set(scopes)])),
  }));
}

/** Whether whoever holds the credentials satisfies the requirement. */
function suffices(credentials: Alternative, requirement: Alternative): boolean {
  for (const [key, scopes] of requirement.scopes) {
    const held = credentials.scopes.get(key);
    if (held === undefined || !scopes.isSubsetOf(held)) return false;
  }
  return true;
}

function keysWithin(inner: Alternative, outer: Alternative): boolean {
  return [...inner.scopes.keys()].every((key) => outer.scopes.has(key));
}

function sameKeys(a: Alternative, b: Alternative): boolean {
  return a.scopes.size === b.scopes.size && keysWithin(a, b);
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** "bearerAuth, or apiKey and signature"; "no credential". */
function wordsOf(alternatives: readonly Alternative[]): string {
  return alternatives.map(({ names }) => names.join(' and ') || 'no credential').join(', or ');
}
