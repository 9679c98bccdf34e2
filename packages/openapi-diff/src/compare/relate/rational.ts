/** A fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function reduced(num: bigint, den: bigint): Rational {
  const divisor = gcd(num, den);
  return divisor <= 1n ? { num, den } : { num: num / divisor, den: den / divisor };
}

/** The decimal number that a JSON number's shortest spelling stands for: 0.1 is a tenth exactly. */
export function rationalOf(value: number): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) return { num: 0n, den: 1n };
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const power = Number(exponent) - fraction.length;
  return power >= 0
    ? { num: digits * 10n ** BigInt(power), den: 1n }
    : reduced(digits, 10n ** BigInt(-power));
}

/** The least common multiple: what is a multiple of it is a multiple of both. */
export function commonMultiple(a: Rational, b: Rational): Rational {
  const num = (a.num / gcd(a.num, b.num)) * b.num;
  return reduced(num < 0n ? -num : num, gcd(a.den, b.den));
}

/** a ÷ b, for b other than 0. */
export function quotient(a: Rational, b: Rational): Rational {
  const negative = b.num < 0n;
  return reduced(a.num * b.den * (negative ? -1n : 1n), a.den * (negative ? -b.num : b.num));
}

/** The greatest whole number that isn't greater. */
export function floorOf(a: Rational): bigint {
  const down = a.num / a.den;
  return a.num % a.den < 0n ? down - 1n : down;
}

/** The JSON number nearest to a whole multiple of a step. */
export function multipleAt(step: Rational, times: bigint): number {
  const num = step.num * times;
  if (num % step.den === 0n) return Number(num / step.den);
  // The step is a decimal, so its multiples have a finite decimal spelling.
  let [scale, digits] = [0, step.den];
  while (digits % 10n === 0n) {
    digits /= 10n;
    scale++;
  }
  while (digits % 2n === 0n || digits % 5n === 0n) {
    digits /= digits % 2n === 0n ? 2n : 5n;
    scale++;
  }
  const scaled = (num * 10n ** BigInt(scale)) / step.den;
  return Number(`${scaled}e-${scale}`);
}

/** Whether a number is a whole multiple of another, in decimal arithmetic: 0.3 is one of 0.1. */
export function isMultiple(value: number, of: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(of)) return value % of === 0;
  return quotient(rationalOf(value), rationalOf(of)).den === 1n;
}
