import type { Json } from '../../../read/document.ts';
import { hasFormat } from '../formats.ts';
import { lengthOf, typeOf } from '../json.ts';
import { isMultiple } from '../rational.ts';
import type { CompiledShape } from '../shapes/compiled.ts';
import { matchesPattern } from '../shapes/texts.ts';
import { valueSetOf } from '../value-set.ts';
import { type FailureReport, fail } from './report.ts';
import { both, type Truth, truthOf } from './truth.ts';

/** Checks what concerns a value of any type: types, listed values, `false` and references that lead nowhere. */
export function checkAnyType(
  shape: CompiledShape,
  value: Json,
  report: FailureReport | null,
  trusting = false,
): Truth {
  let truth: Truth = shape.unresolved.length > 0 && !trusting ? 'maybe' : 'yes';
  const no = (site: Parameters<typeof fail>[1], keyword: string) => {
    truth = 'no';
    fail(report, site, keyword);
  };
  if (shape.nothing !== null) no(shape.nothing, 'false');
  const bit = typeOf(value);
  if ((shape.mask & bit) === 0) {
    for (const fact of shape.typeFacts) {
      if (!fact.value.some((type) => type === typeNameOf(value))) no(fact.site, fact.keyword);
    }
  }
  if (typeof value === 'number' && shape.integer !== null && !Number.isInteger(value)) {
    no(shape.integer.site, shape.integer.keyword);
  }
  for (const fact of shape.valueFacts) {
    if (!valueSetOf(fact.value).has(value)) no(fact.site, fact.keyword);
  }
  return truth;
}

function typeNameOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Checks a number's bounds and multiples. */
export function checkNumber(shape: CompiledShape, value: number, report: FailureReport | null): Truth {
  let truth: Truth = 'yes';
  const { minimum, maximum } = shape;
  if (
    minimum !== null &&
    (value < minimum.value.value || (minimum.value.exclusive && value === minimum.value.value))
  ) {
    truth = 'no';
    fail(report, minimum.site, minimum.keyword);
  }
  if (
    maximum !== null &&
    (value > maximum.value.value || (maximum.value.exclusive && value === maximum.value.value))
  ) {
    truth = 'no';
    fail(report, maximum.site, maximum.keyword);
  }
  for (const step of shape.multipleOf) {
    if (isMultiple(value, step.value)) continue;
    truth = 'no';
    fail(report, step.site, step.keyword);
  }
  return truth;
}

/** Checks a text's length, patterns and formats. */
export function checkText(shape: CompiledShape, value: string, report: FailureReport | null): Truth {
  let truth: Truth = 'yes';
  const { minLength, maxLength } = shape;
  if (minLength !== null || maxLength !== null) {
    const length = lengthOf(value);
    for (const [bound, isBroken] of [
      [minLength, minLength !== null && length < minLength.value],
      [maxLength, maxLength !== null && length > maxLength.value],
    ] as const) {
      if (bound === null || !isBroken) continue;
      truth = 'no';
      fail(report, bound.site, bound.keyword);
    }
  }
  for (const pattern of shape.patterns) {
    const matches = truthOf(matchesPattern(pattern.value, value));
    if (matches === 'no') fail(report, pattern.site, pattern.keyword);
    truth = both(truth, matches);
  }
  for (const format of shape.formats) {
    const has = truthOf(hasFormat(format.value, value));
    if (has === 'no') fail(report, format.site, format.keyword);
    truth = both(truth, has);
  }
  return truth;
}
