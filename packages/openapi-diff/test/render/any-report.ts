import fc from 'fast-check';
import { combineReports } from '../../src/report/combine.ts';
import type { Change, ChangePlace, Report } from '../../src/report/report.ts';
import { change, report } from '../report-fixture.ts';
import { hostileText } from './hostile.ts';

/** The places of a change that two operations share. */
export const twoOperations: readonly ChangePlace[] = ['/book', '/book/{book_id}'].flatMap((path) =>
  change().places.map((place) => ({ ...place, operation: { method: 'GET', path } })),
);

const source = fc.record({
  pointer: hostileText.map((text) => `/${text}`),
  line: fc.integer({ min: 1, max: 1_000_000 }),
  column: fc.integer({ min: 1, max: 1_000_000 }),
});

const place: fc.Arbitrary<ChangePlace> = fc.record({
  operation: fc.option(fc.record({ method: fc.constantFrom('GET', 'POST'), path: hostileText })),
  direction: fc.constantFrom('request', 'response', null),
  base: fc.option(source),
  head: fc.option(source),
});

const witness = fc.record({
  direction: fc.constantFrom('request' as const, 'response' as const),
  value: fc.dictionary(hostileText, hostileText, { maxKeys: 3, noNullPrototype: true }),
  acceptedBy: fc.constantFrom('base' as const, 'head' as const),
});

const anyChange: fc.Arbitrary<Change> = fc.record({
  id: fc.constantFrom('api-removed-without-deprecation', 'request-property-enum-value-removed'),
  level: fc.constantFrom('error', 'warning', 'info'),
  cause: hostileText,
  message: hostileText,
  places: fc.array(place, { minLength: 1, maxLength: 6 }),
  witness: fc.option(witness),
  proof: fc.constantFrom('witness', 'structural', 'undecided'),
  fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
});

const single: fc.Arbitrary<Report> = fc
  .tuple(fc.array(anyChange, { maxLength: 8 }), hostileText, hostileText)
  .map(([changes, base, head]) => report(changes, { base, head }));

/** A report, on one document or on several, whose every text may be hostile. */
export const anyReport: fc.Arbitrary<Report> = fc.oneof(
  single,
  fc
    .uniqueArray(fc.record({ name: hostileText, report: single }), {
      maxLength: 4,
      selector: ({ name }) => name,
    })
    .map((reports) => combineReports('old', 'new', reports)),
);
