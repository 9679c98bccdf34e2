import type { Json } from '../../../read/document.ts';
import type { Bound, Fact, Shape } from '../../relate/shape.ts';
import { changeOf, type Difference, type Effect, type Sides } from '../difference.ts';
import { bothAllow } from '../view.ts';

/** Bounds on numbers, lengths and counts, and what divides numbers. */
export function boundDifferences(sides: Sides): readonly Difference[] {
  const { base, head } = sides;
  const found: (Difference | null)[] = [];
  if (bothAllow(base, head, 'number')) {
    found.push(numeric(sides, 'max', written(base.core.maximum), written(head.core.maximum)));
    found.push(numeric(sides, 'min', written(base.core.minimum), written(head.core.minimum)));
    found.push(divisor(sides));
  }
  for (const { name, keyword, type } of COUNTS) {
    if (bothAllow(base, head, type)) found.push(counted(sides, name, base.core[keyword], head.core[keyword]));
  }
  return found.filter((one) => one !== null).map((one) => withLongList(sides, one));
}

/** The longest list that is made up to show that it is too long. */
const LONGEST_LIST = 2_000;

/** A list that is too long is one item over and over: making it up is quicker than looking for the smallest. */
function withLongList(sides: Sides, difference: Difference): Difference {
  const { sender, receiver, relator } = sides;
  const most = receiver.core.maxItems?.value ?? LONGEST_LIST;
  if (!difference.event.startsWith('max-items-') || most >= LONGEST_LIST) return difference;
  const guesses = (): readonly Json[] => {
    const item = relator.sample(sender.core.item(sender.core.prefixCount));
    return item === undefined ? [] : [Array<Json>(Math.max(0, Math.floor(most)) + 1).fill(item)];
  };
  return { ...difference, guesses };
}

const COUNTS = [
  { name: 'max-length', keyword: 'maxLength', type: 'string' },
  { name: 'min-length', keyword: 'minLength', type: 'string' },
  { name: 'max-items', keyword: 'maxItems', type: 'array' },
  { name: 'min-items', keyword: 'minItems', type: 'array' },
  { name: 'max-properties', keyword: 'maxProperties', type: 'object' },
  { name: 'min-properties', keyword: 'minProperties', type: 'object' },
] as const;

/** A bound that has a keyword of its own; those of a format are told with it. */
function written(bound: Fact<Bound> | null): Fact<Bound> | null {
  return bound?.keyword === 'format' ? null : bound;
}

interface Edge {
  readonly name: string;
  /** 1 for an upper bound, -1 for a lower one: what makes it stricter is less of it. */
  readonly sign: 1 | -1;
}

function numeric(
  sides: Sides,
  side: 'max' | 'min',
  base: Fact<Bound> | null,
  head: Fact<Bound> | null,
): Difference | null {
  const sign = side === 'max' ? 1 : -1;
  const name = (bound: Bound) => `${bound.exclusive ? 'exclusive-' : ''}${side}`;
  if (base === null && head === null) return null;
  if (base === null || head === null)
    return cameOrWent(sides, name((head ?? base)?.value ?? NONE), base, head, ({ value }) => value);
  const isWhole = !sides.base.kinds.has('number') && !sides.head.kinds.has('number');
  const order = sign * compareBounds(base.value, head.value, sign, isWhole);
  if (order === 0) return null;
  return moved(sides, { name: name(head.value), sign }, base, head, ({ value }) => value, order);
}

const NONE: Bound = { value: 0, exclusive: false };

/** Where two bounds lie to each other; for whole numbers, "less than 5" is "at most 4". */
function compareBounds(a: Bound, b: Bound, sign: 1 | -1, isWhole: boolean): number {
  const [from, to] = isWhole ? [closed(a, sign), closed(b, sign)] : [a, b];
  if (from.value !== to.value) return Math.sign(to.value - from.value);
  if (from.exclusive === to.exclusive) return 0;
  return to.exclusive ? -sign : sign;
}

function closed({ value, exclusive }: Bound, sign: 1 | -1): Bound {
  const nearest = sign === 1 ? Math.floor(value) : Math.ceil(value);
  return { value: exclusive && nearest === value ? value - sign : nearest, exclusive: false };
}

function counted(
  sides: Sides,
  name: string,
  base: Fact<number> | null,
  head: Fact<number> | null,
): Difference | null {
  const sign = name.startsWith('max') ? 1 : -1;
  const idle = sign === 1 ? Number.POSITIVE_INFINITY : 0;
  const from = base?.value ?? idle;
  const to = head?.value ?? idle;
  if (from === to) return null;
  if (base === null || head === null) return cameOrWent(sides, name, base, head, (value) => value);
  return moved(sides, { name, sign }, base, head, (value) => value, sign * Math.sign(to - from));
}

function cameOrWent<T>(
  sides: Sides,
  name: string,
  base: Fact<T> | null,
  head: Fact<T> | null,
  numberOf: (value: T) => number,
): Difference {
  const came = base === null;
  const fact = head ?? base;
  const count = fact === null ? '' : String(numberOf(fact.value));
  return changeOf({
    sides,
    event: `${name}-${came ? 'set' : 'unset'}`,
    effect: came ? 'narrows' : 'widens',
    base,
    head,
    args: came ? { to: count } : { from: count },
  });
}

function moved<T>(
  sides: Sides,
  { name, sign }: Edge,
  base: Fact<T>,
  head: Fact<T>,
  numberOf: (value: T) => number,
  looser: number,
): Difference {
  const effect: Effect = looser > 0 ? 'widens' : 'narrows';
  const isIncrease = looser > 0 === (sign === 1);
  return changeOf({
    sides,
    event: `${name}-${isIncrease ? 'increased' : 'decreased'}`,
    effect,
    base,
    head,
    args: { from: String(numberOf(base.value)), to: String(numberOf(head.value)) },
  });
}

function divisor(sides: Sides): Difference | null {
  const from = divisors(sides.base.core, sides.base.kinds.has('number'));
  const to = divisors(sides.head.core, sides.head.kinds.has('number'));
  const gone = from.filter(({ value }) => !to.some((other) => other.value === value));
  const come = to.filter(({ value }) => !from.some((other) => other.value === value));
  const base = gone[0] ?? null;
  const head = come[0] ?? null;
  if (base === null && head === null) return null;
  if (base === null || head === null) return cameOrWent(sides, 'multiple-of', base, head, (value) => value);
  return changeOf({
    sides,
    event: 'multiple-of-changed',
    effect: 'either',
    base,
    head,
    args: { from: String(base.value), to: String(head.value) },
  });
}

/** What divides the numbers; 1 says nothing of numbers that are whole anyway. */
function divisors(shape: Shape, takesFractions: boolean): readonly Fact<number>[] {
  return shape.multipleOf.filter(({ value }) => takesFractions || value !== 1);
}
