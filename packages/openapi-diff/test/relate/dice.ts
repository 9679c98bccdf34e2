import fc from 'fast-check';

/** A source of choices; every generator of this folder draws from one, so that fast-check can shrink them all. */
export interface Dice {
  /** An integer from 0 up to, not including, this many. */
  below(many: number): number;
  /** One of a list. */
  pick<T>(list: readonly [T, ...T[]]): T;
  /** True about once in so many times. */
  once(many: number): boolean;
}

function diceOf(numbers: readonly number[]): Dice {
  let next = 0;
  const below = (many: number): number => {
    const number = numbers[next % numbers.length] ?? 0;
    // The round is added, so that a long draw doesn't go round in circles.
    const turned = number + Math.floor(next / numbers.length) * 31 + (next >= numbers.length ? next : 0);
    next += 1;
    return many <= 1 ? 0 : turned % many;
  };
  return {
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    once: (many) => below(many) === many - 1,
  };
}

/** Something made by throwing dice; shrinks towards the first choice everywhere. */
export function thrown<T>(make: (dice: Dice) => T, throws = 60): fc.Arbitrary<T> {
  return fc
    .array(fc.nat({ max: 10_000 }), { minLength: throws, maxLength: throws })
    .map((numbers) => make(diceOf(numbers)));
}
