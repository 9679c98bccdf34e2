import { compilePattern, type Pattern } from '../../pattern/index.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import { findText } from './text.ts';

/** Names of properties that stand for all names, as far as some shapes tell them apart. */
export interface Names {
  readonly names: readonly string[];
  /** Why there may be names of other kinds; null where there are none. */
  readonly doubt: string | null;
}

/** Patterns of names whose combinations are all looked at. */
const MOST_PATTERNS = 4;

/** Patterns that are looked at one by one where they are too many to be combined. */
const MOST_ALONE = 100;

/** What a made-up name is called first. */
const INVENTED = ['extra', 'other', 'x'];

/**
 * Every name that one of the shapes mentions, and one for each kind of other names: those
 * that match some of the `patternProperties` and not others. Which schema a property has
 * depends on nothing else.
 */
export function namesThatMatter(
  shapes: readonly CompiledShape[],
  accepting: readonly CompiledShape[],
  allowsName: (name: string) => boolean,
): Names {
  const allowed = accepting.flatMap((shape) => shape.nameSchemas.map((one) => compiled(one.shape)));
  const names = new Set<string>();
  const sources = new Set<string>();
  for (const shape of shapes) {
    for (const name of shape.propertyNames) names.add(name);
    for (const name of shape.required.keys()) names.add(name);
    for (const { key } of shape.patternProperties) sources.add(key);
    for (const { shape: listed } of shape.nameSchemas) {
      for (const value of listed.values ?? []) if (typeof value === 'string') names.add(value);
    }
  }
  const hidden = new Set(shapes.flatMap((shape) => [...shape.hiddenNames]));
  const mentioned = [...names, ...hidden];
  let doubt: string | null = null;
  for (const { matching, notMatching } of kindsOf([...sources])) {
    if (matching === null) {
      doubt = 'a pattern of property names is beyond what can be decided';
      continue;
    }
    const name = invent(allowed, mentioned, matching, notMatching);
    if (name.kind === 'found' && allowsName(name.name)) names.add(name.name);
    else if (name.kind !== 'none') doubt ??= 'a name of a property could not be found';
  }
  if (sources.size > MOST_PATTERNS) doubt ??= 'there are too many patterns of property names';
  return { names: [...names].filter((name) => !hidden.has(name)), doubt };
}

interface Kind {
  /** null where a pattern can't be decided. */
  readonly matching: readonly Pattern[] | null;
  readonly notMatching: readonly Pattern[];
}

function kindsOf(sources: readonly string[]): readonly Kind[] {
  const patterns = sources.map(compilePattern);
  const known = patterns.filter((pattern) => pattern !== null);
  const kinds: Kind[] = [{ matching: [], notMatching: known }];
  if (known.length < patterns.length) kinds.push({ matching: null, notMatching: [] });
  if (known.length > MOST_PATTERNS) {
    for (const pattern of known.slice(0, MOST_ALONE)) kinds.push({ matching: [pattern], notMatching: [] });
    return kinds;
  }
  for (let mask = 1; mask < 2 ** known.length; mask++) {
    kinds.push({
      matching: known.filter((_, i) => (mask & (1 << i)) !== 0),
      notMatching: known.filter((_, i) => (mask & (1 << i)) === 0),
    });
  }
  return kinds;
}

type Invented = { readonly kind: 'found'; readonly name: string } | { readonly kind: 'none' | 'unknown' };

function invent(
  allowed: readonly CompiledShape[],
  mentioned: readonly string[],
  matching: readonly Pattern[],
  notMatching: readonly Pattern[],
): Invented {
  // Listed names are mentioned, and there are no others.
  if (allowed.some(({ values }) => values !== null)) return { kind: 'none' };
  const taken = new Set(mentioned);
  if (matching.length === 0 && notMatching.length === 0 && allowed.length === 0) {
    const free = INVENTED.find((name) => !taken.has(name));
    if (free !== undefined) return { kind: 'found', name: free };
  }
  const answer = findText(allowed, [], mentioned, { matching, notMatching });
  if (answer.kind === 'found' && typeof answer.value === 'string')
    return { kind: 'found', name: answer.value };
  return { kind: answer.kind === 'none' ? 'none' : 'unknown' };
}
