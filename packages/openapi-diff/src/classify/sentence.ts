import type { Finding, Place, Witness } from '../compare/finding.ts';
import { code } from '../compare/words.ts';
import { MAY_BREAK } from '../report/undecided.ts';
import type { Check } from './check.ts';
import { shownValue } from './shown-value.ts';
import type { Words } from './words.ts';

/**
 * The whole sentence of a finding: what was possible and no longer is, with the value or the
 * line that shows it, and why. For what is safe or undecided, the cause and what is known.
 */
export function sentenceOf(finding: Finding, check: Check, words: Words): string {
  const { ruling, witness, args, reason } = finding;
  if (ruling === 'undecided') {
    const why = reason === null ? '' : `: ${reason}`;
    return `${causeSentence(check, words)}; ${MAY_BREAK}${why}`;
  }
  if (ruling === 'safe') return causeSentence(check, words);
  if (witness !== null) {
    return `${withValue(finding, words.operation, witness)}: ${becauseOf(check, words)}`;
  }
  if (reason !== null) return `${causeSentence(check, words)}; no example can be shown: ${reason}`;
  if (args.example === undefined) return causeSentence(check, words);
  return `${withLine(finding, words.operation, args.example)}: ${becauseOf(check, words)}`;
}

/** The reason, in a sentence that has named the operation already. */
function becauseOf(check: Check, words: Words): string {
  return check.because(words).replaceAll(words.operation, 'it');
}

/** The cause with its operation, unless the cause names it or belongs to none. */
function causeSentence(check: Check, words: Words): string {
  const cause = check.cause(words);
  return words.operation === 'the API' || cause.includes(words.operation)
    ? cause
    : `${words.operation}: ${cause}`;
}

function withValue({ place, path }: Finding, operation: string, { value, cut }: Witness): string {
  const shown = code(shownValue(value, path, cut));
  if (place.direction === 'request') {
    const as = place.kind === 'request-body' ? '' : ` as ${place.label}`;
    return `${operation} accepted ${shown}${as} and now rejects it`;
  }
  const isUsual = place.kind === 'response-body' && place.label === 'the 200 response';
  const as = isUsual || place.kind === 'request-body' ? '' : ` as ${place.label}`;
  const verb = place.kind === 'response-body' && !isTurned(place) ? 'answer' : 'send';
  return `${operation} may now ${verb} ${shown}${as}, which was not announced`;
}

/** What a webhook or callback sends answers nothing. */
function isTurned({ operation }: Place): boolean {
  return operation !== null && operation.kind !== 'operation';
}

/** Responses that were promised and are gone; of all others the line shows what may arrive instead. */
const LOST_RESPONSE = /-(?:status|media-type)-removed$/;

function withLine({ id, place }: Finding, operation: string, line: string): string {
  const shown = code(line);
  if (place.direction === 'response' && LOST_RESPONSE.test(id)) {
    return `${operation} answered ${shown} and no longer does`;
  }
  if (place.direction === 'response') {
    return `${operation} may now ${isTurned(place) ? 'send' : 'answer'} ${shown}, which was not announced`;
  }
  const isNamed = shown === operation || shown.startsWith(`${operation.slice(0, -1)} `);
  const where = isNamed || operation === 'the API' ? '' : `${operation}: `;
  return `${where}${shown} was accepted and is now rejected`;
}
