import type { Failure, Verdict } from '../../src/compare/relate/shape.ts';
import { relation } from './relation.ts';
import { COMMON, type Row } from './rows/row.ts';

function objection({ keyword, at, name, matches }: Failure): string {
  const where = at.length === 0 ? '' : ` at ${at.join('/')}`;
  const what = name === null ? '' : ` of ${name}`;
  return `${keyword}${what}${where}${matches === null ? '' : ` fits ${matches}`}`;
}

/** The value that shows a break and all that the receiver objects to in it, or why nothing is known. */
export function because(verdict: Verdict): string {
  if (verdict.kind === 'safe') return 'safe';
  if (verdict.kind === 'undecided') return verdict.reason;
  const { witness, failures, overlapOnly } = verdict;
  const objections = failures.map(objection).join(', ');
  return `${JSON.stringify(witness)} for ${objections}${overlapOnly ? ', which overlap' : ''}`;
}

/** The verdicts on a row: as a request, as a response. */
export function verdictsOn([, base, head, , , versions]: Row): readonly [Verdict, Verdict] {
  const { verdict } = relation(
    { Subject: base, ...COMMON },
    { Subject: head, ...COMMON },
    versions === undefined ? {} : { version: versions.base, headVersion: versions.head },
  );
  return [verdict('request'), verdict('response')];
}
