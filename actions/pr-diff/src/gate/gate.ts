import { type FailOn, hasFailed, type Report } from '@xano-specs/openapi-diff';
import type { Override } from '../comment/context.ts';

/** Whether the run fails, and what kept it from failing. */
export interface Gate {
  readonly failed: boolean;
  /** The label that lets changes pass which would have failed the run; null when none was needed or set. */
  readonly override: Override | null;
}

/**
 * Decides about a report. The label is asked for only when something depends on it.
 * @param isUnreadable whether nothing is known of some document of the head
 */
export async function gateOf(
  { summary }: Report,
  { isUnreadable, failOn }: { readonly isUnreadable: boolean; readonly failOn: FailOn },
  askForOverride: () => Promise<Override | null>,
): Promise<Gate> {
  const failed = hasFailed(summary, failOn) || (isUnreadable && failOn !== 'none');
  const override = failed ? await askForOverride() : null;
  return { failed: failed && override === null, override };
}
