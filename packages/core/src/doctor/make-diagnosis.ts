import type { XanoSpecsError } from '../http/errors.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Gives a finding, its time in whole milliseconds; what isn't said is null. */
export function finding(
  status: Diagnosis['status'],
  step: Diagnosis['step'],
  what: string,
  more: { readonly detail?: string; readonly remedy?: string; readonly ms?: number } = {},
): Diagnosis {
  const { detail = null, remedy = null, ms = null } = more;
  return { status, step, what, detail, remedy, ms: ms === null ? null : Math.round(ms) };
}

/** Gives the finding that an error is. */
export function failing(step: Diagnosis['step'], error: XanoSpecsError, ms?: number): Diagnosis {
  return finding('problem', step, error.message.replace(/\.$/, ''), {
    ...(error.hint === null ? {} : { remedy: error.hint }),
    ...(ms === undefined ? {} : { ms }),
  });
}
