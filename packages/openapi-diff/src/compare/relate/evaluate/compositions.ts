import type { Json } from '../../../read/document.ts';
import type { Group } from '../shape.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import type { Check } from './check.ts';
import { type FailureReport, fail } from './report.ts';
import { both, opposite, type Truth } from './truth.ts';

/** Checks `anyOf`, `oneOf`, `not`, `if` and `dependentSchemas` (JSON Schema 2020-12 core, 10.2). */
export function checkCompositions(
  check: Check,
  shape: CompiledShape,
  value: Json,
  report: FailureReport | null,
): Truth {
  let truth: Truth = 'yes';
  for (const group of shape.groups) truth = both(truth, checkGroup(check, group, value, report));
  for (const { shape: excluded, site, keyword } of shape.negations) {
    const holds = opposite(check.truth(compiled(excluded), value));
    if (holds === 'no') fail(report, site, keyword);
    truth = both(truth, holds);
  }
  for (const { condition, whenMet, otherwise } of shape.conditionals) {
    const met = check.truth(compiled(condition), value);
    if (met === 'yes') truth = both(truth, check.check(compiled(whenMet), value, report));
    else if (met === 'no') truth = both(truth, check.check(compiled(otherwise), value, report));
    else {
      const [a, b] = [check.truth(compiled(whenMet), value), check.truth(compiled(otherwise), value)];
      truth = both(truth, a === b ? a : 'maybe');
    }
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return truth;
  for (const { key, shape: dependent } of shape.dependentSchemas) {
    if (Object.hasOwn(value, key)) truth = both(truth, check.check(compiled(dependent), value, report));
  }
  return truth;
}

function checkGroup(check: Check, group: Group, value: Json, report: FailureReport | null): Truth {
  let [sure, possible] = [0, 0];
  for (const branch of group.branches) {
    const truth = check.truth(compiled(branch.shape), value);
    if (truth === 'yes') sure += 1;
    if (truth !== 'no') possible += 1;
    if (group.keyword === 'anyOf' ? sure > 0 : sure > 1 && report === null) break;
  }
  const most = group.keyword === 'oneOf' ? check.mostOfOne : Number.POSITIVE_INFINITY;
  if (possible === 0 || sure > most) {
    fail(report, group.site, group.keyword, { matches: sure });
    return 'no';
  }
  return sure >= 1 && possible <= most ? 'yes' : 'maybe';
}
