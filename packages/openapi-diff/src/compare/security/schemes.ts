import type { SecurityScheme } from '../../contract/contract.ts';
import { isObject } from '../../contract/look.ts';
import { type CompareContext, documentPlace, type OperationPair, placeOf } from '../context.ts';
import type { Place } from '../finding.ts';
import { code } from '../words.ts';
import { flowsOf, type SchemePairs } from './scheme-pairs.ts';

/** Changes of the schemes that an operation asked for and still asks for: its clients have to change. */
export function compareUsedSchemes(context: CompareContext, pair: OperationPair, schemes: SchemePairs): void {
  for (const name of usedBy(pair, 'base').intersection(usedBy(pair, 'head'))) {
    emitDifferences(context, name, schemes, placeOf(pair.head), true);
  }
}

/** The names of the schemes that an operation may ask for on a side. */
export function usedBy(pair: OperationPair, side: 'base' | 'head'): ReadonlySet<string> {
  return new Set(pair[side].security().alternatives.flatMap((alternative) => [...alternative.keys()]));
}

/**
 * The definitions of the schemes themselves, which no exchange depends on: those that came
 * and went, their scopes, and changes of schemes that no operation asks for on both sides.
 */
export function compareSchemeDefinitions(
  context: CompareContext,
  schemes: SchemePairs,
  used: ReadonlySet<string>,
): void {
  const bases = context.base.securitySchemes();
  const heads = context.head.securitySchemes();
  const baseKeys = new Set(Array.from(bases.keys(), schemes.baseKey));
  const headKeys = new Set(Array.from(heads.keys(), schemes.headKey));
  for (const [name, scheme] of bases) {
    if (heads.has(name) || headKeys.has(schemes.baseKey(name))) continue;
    const place = placeOfScheme(name);
    context.emit({
      id: 'api-security-component-removed',
      ruling: 'safe',
      place,
      base: scheme.site,
      args: { scheme: name },
      cause: [name],
    });
  }
  for (const [name, scheme] of heads) {
    const before = bases.get(name);
    if (before !== undefined) {
      if (!used.has(name)) emitDifferences(context, name, schemes, placeOfScheme(name), false);
      compareScopes(context, before, scheme);
    } else if (!baseKeys.has(schemes.headKey(name))) {
      context.emit({
        id: 'api-security-component-added',
        ruling: 'safe',
        place: placeOfScheme(name),
        head: scheme.site,
        args: { scheme: name },
        cause: [name],
      });
    }
  }
}

function emitDifferences(
  context: CompareContext,
  name: string,
  schemes: SchemePairs,
  place: Place,
  isUsed: boolean,
): void {
  for (const { event, from, to } of schemes.differences.get(name) ?? []) {
    context.emit({
      id: `api-security-component-${event}`,
      ruling: isUsed ? 'breaking' : 'safe',
      place,
      base: context.base.securitySchemes().get(name)?.site ?? null,
      head: context.head.securitySchemes().get(name)?.site ?? null,
      args: { scheme: name, from, to },
      cause: [name, from, to],
    });
  }
}

function compareScopes(context: CompareContext, base: SecurityScheme, head: SecurityScheme): void {
  const before = scopesOf(base);
  const after = scopesOf(head);
  const emit = (event: string, scope: string): void =>
    context.emit({
      id: `api-security-component-oauth-scope-${event}`,
      ruling: 'safe',
      place: placeOfScheme(head.name),
      base: base.site,
      head: head.site,
      args: { scheme: head.name, scope },
      cause: [head.name, scope],
    });
  for (const [scope, meaning] of before) {
    if (!after.has(scope)) emit('removed', scope);
    else if (after.get(scope) !== meaning) emit('changed', scope);
  }
  for (const scope of after.keys()) if (!before.has(scope)) emit('added', scope);
}

/** The scopes of all flows with the words that say what each allows. */
function scopesOf({ object }: SecurityScheme): ReadonlyMap<string, string> {
  const scopes = new Map<string, string>();
  for (const flow of flowsOf(object).values()) {
    const named = Object.hasOwn(flow, 'scopes') ? flow.scopes : undefined;
    for (const [scope, meaning] of Object.entries(isObject(named) ? named : {})) {
      scopes.set(scope, typeof meaning === 'string' ? meaning : '');
    }
  }
  return scopes;
}

function placeOfScheme(name: string): Place {
  return documentPlace('security', `security scheme ${code(name)}`);
}
