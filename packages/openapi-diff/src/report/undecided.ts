import type { Change } from './report.ts';

/** What the sentence says of a change that may break or not. */
export const MAY_BREAK = 'whether that breaks could not be decided';

/**
 * Whether a change is an error that isn't known to break. What is evident and has no value that
 * could be shown is undecided by its proof alone.
 */
export function mayBreak({ level, proof, message }: Change): boolean {
  return level === 'error' && proof === 'undecided' && message.includes(MAY_BREAK);
}
