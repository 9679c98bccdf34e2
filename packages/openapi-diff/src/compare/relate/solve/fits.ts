import type { Json } from '../../../read/document.ts';
import type { Check } from '../evaluate/check.ts';
import { collectFailures } from '../evaluate/report.ts';
import { isSendable } from '../evaluate/sendable.ts';
import { both, type Truth } from '../evaluate/truth.ts';
import { jsonEqual } from '../json.ts';
import type { CompiledShape } from '../shapes/compiled.ts';
import type { Question, Refusal } from './question.ts';

/** Whether a value answers a question. */
export function fits(check: Check, question: Question, value: Json): Truth {
  const { sent, accepted, refused, excluded, among } = question;
  let truth: Truth = 'yes';
  if (excluded.some((one) => jsonEqual(one, value))) return 'no';
  if (among !== null && !among.some((one) => jsonEqual(one, value))) return 'no';
  for (const shape of sent === null ? accepted : [sent, ...accepted]) {
    truth = both(truth, check.truth(shape, value));
    if (truth === 'no') return truth;
  }
  for (const refusal of refused) {
    truth = both(truth, isRefused(check, question, refusal, value));
    if (truth === 'no') return truth;
  }
  return sent === null || isSendable(check, [sent], value, null) ? truth : 'no';
}

/** Whether all that a shape refers to in vain is referred to in the same words by what accepts. */
function trusts({ sent, accepted }: Question, { unresolved }: CompiledShape): boolean {
  const shapes = sent === null ? accepted : [sent, ...accepted];
  return (
    unresolved.length > 0 &&
    unresolved.every(({ value }) =>
      shapes.some((one) => one.unresolved.some((other) => other.value === value)),
    )
  );
}

function isRefused(check: Check, question: Question, { shape, goal }: Refusal, value: Json): Truth {
  const truth = check.truth(shape, value);
  if (truth === 'maybe' && trusts(question, shape)) {
    // What both refer to in the same words is the same: it accepts whatever the sender sends.
    return check.truthTrusting(shape, value) === 'yes' ? 'no' : 'maybe';
  }
  if (truth !== 'no') return truth === 'yes' ? 'no' : 'maybe';
  if (goal === null) return 'yes';
  const { report, failures } = collectFailures();
  check.check(shape, value, report);
  return failures.some(
    (failure) =>
      goal.keyword === failure.keyword &&
      goal.site.raw === failure.site.raw &&
      (goal.name === undefined || failure.name === null || goal.name === failure.name),
  ) || isStructural(goal.keyword)
    ? 'yes'
    : 'no';
}

/** Keywords whose failure is told of what they hold. */
function isStructural(keyword: string): boolean {
  return STRUCTURAL.has(keyword);
}

const STRUCTURAL = new Set([
  'properties',
  'patternProperties',
  'additionalProperties',
  'items',
  'prefixItems',
  'additionalItems',
  'unevaluatedProperties',
  'unevaluatedItems',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'dependencies',
]);
