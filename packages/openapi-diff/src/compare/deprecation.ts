import type { Json } from '../read/document.ts';

/**
 * What the args of a finding say of deprecation and stability. The walk only states these
 * facts, under the plain id (`api-removed-without-deprecation`, `endpoint-deprecated`,
 * `request-parameter-removed`, …); the rules with their clock are policy, and `classify`
 * turns the plain id into the one that fits (`…-removed-before-sunset`, `…-sunset-parse`).
 */
export interface DeprecationArgs {
  /** 'yes' where the object was (on a removal) or is (elsewhere) deprecated. */
  readonly deprecated?: 'yes';
  /** `x-sunset` (or `sunset`) as written. */
  readonly sunset?: string;
  /** The sunset on the base's side, where both sides are deprecated. */
  readonly sunsetBefore?: string;
  /** `x-stability-level` as written. */
  readonly stability?: string;
}

/** The facts of one object (an operation, a parameter, a schema) as args; on a removal the base's object. */
export function deprecationArgs(raw: Json): DeprecationArgs {
  const sunset = sunsetOf(raw);
  const stability = stabilityOf(raw);
  return {
    ...(ownValue(raw, 'deprecated') === true ? { deprecated: 'yes' as const } : {}),
    ...(sunset === null ? {} : { sunset }),
    ...(stability === null ? {} : { stability }),
  };
}

/** `x-sunset` as text, whatever was written there; null where nothing was. */
export function sunsetOf(raw: Json): string | null {
  const value = ownValue(raw, 'x-sunset') ?? ownValue(raw, 'sunset');
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `x-stability-level` as text; null where there is none. */
export function stabilityOf(raw: Json): string | null {
  const value = ownValue(raw, 'x-stability-level');
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The stability levels, from the one that promises least to the one that promises most. */
export const STABILITY_LEVELS = ['draft', 'alpha', 'beta', 'stable'] as const;

/** The rank of a stability level, the unsaid one being `stable`; null for a word that is none of them. */
export function stabilityRank(level: string | null): number | null {
  const rank = STABILITY_LEVELS.findIndex((known) => known === (level ?? 'stable'));
  return rank === -1 ? null : rank;
}

function ownValue(raw: Json, key: string): Json | undefined {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw) || !Object.hasOwn(raw, key))
    return undefined;
  return (raw as { readonly [key: string]: Json })[key];
}
