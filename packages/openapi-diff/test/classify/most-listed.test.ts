import { describe, expect, test } from '@jest/globals';
import { listed, MOST_LISTED } from '../../src/classify/listed.ts';
import type { Finding, Place } from '../../src/compare/finding.ts';
import type { Classified } from '../../src/group/classified.ts';
import type { Level } from '../../src/report/report.ts';
import { classified, finding, operation } from '../report-fixture.ts';

const REQUEST: Place = {
  kind: 'request-body',
  operation: operation('POST', '/book'),
  direction: 'request',
  label: 'the request body',
};

/** Findings about as many properties of a place. */
function found(
  many: number,
  level: Level,
  place: Place = finding().place,
  prefix = 'p',
): readonly Classified[] {
  return Array.from({ length: many }, (_, index) =>
    classified(
      { place, path: [{ kind: 'property', name: `${prefix}${String(index).padStart(5, '0')}` }] },
      level,
    ),
  );
}

const worded = (rest: Finding, level: Level): Classified => ({
  finding: rest,
  level,
  cause: 'more',
  message: 'more',
});
const nameOf = ({ finding: { path } }: Classified) => (path[0]?.kind === 'property' ? path[0].name : '');

describe('more findings than a report lists', () => {
  test('are none up to 5,000 of all places together, in the order that they came in', () => {
    const all = found(MOST_LISTED, 'info').toReversed();
    expect(listed(all, worded)).toEqual(all);
  });

  test('are none where each place has fewer, in the order that they came in', () => {
    const all = [...found(3_000, 'info').toReversed(), ...found(3_000, 'error', REQUEST)];
    expect(listed(all, worded)).toEqual(all);
  });

  test.each<[string, Place]>([
    ['another direction', { ...finding().place, direction: 'request' }],
    ['another method', { ...finding().place, operation: operation('PUT', '/book') }],
    ['another path', { ...finding().place, operation: operation('GET', '/books') }],
    [
      'another kind of operation',
      { ...finding().place, operation: { kind: 'webhook', method: 'GET', path: '/book' } },
    ],
    ['another label', { ...finding().place, label: 'the 201 response' }],
    ['another kind', { ...finding().place, kind: 'response-header' }],
    ['no operation', { ...finding().place, operation: null }],
  ])('count by place: %s', (_, place) => {
    expect(listed([...found(MOST_LISTED, 'info'), ...found(10, 'info', place)], worded)).toHaveLength(
      MOST_LISTED + 10,
    );
  });

  test('leave the gravest, then those whose path comes first, then those whose id does', () => {
    const all = [
      ...found(MOST_LISTED - 2, 'warning', finding().place, 'w'),
      ...found(5, 'info', finding().place, 'a'),
      ...found(2, 'error', finding().place, 'z'),
    ];
    const kept = listed(all, worded);
    expect(kept).toHaveLength(MOST_LISTED + 1);
    expect(kept.slice(0, 3).map(nameOf)).toEqual(['z00000', 'z00001', 'w00000']);
    const same = [
      ...found(MOST_LISTED, 'info').map((one) => ({
        ...one,
        finding: { ...one.finding, path: [], id: 'b-b' },
      })),
      classified({ path: [], id: 'a-a' }, 'info'),
    ];
    expect(listed(same, worded)[0]?.finding.id).toBe('a-a');
  });

  test.each<[string, Place, Level, string, Finding['ruling']]>([
    ['errors of a response', finding().place, 'error', 'response-body-schema-widened', 'breaking'],
    ['errors of a request', REQUEST, 'error', 'request-body-schema-narrowed', 'breaking'],
    ['warnings of a response', finding().place, 'warning', 'response-body-schema-widened', 'safe'],
    ['infos of a request', REQUEST, 'info', 'request-body-schema-narrowed', 'safe'],
  ])('are told as one that says how many: %s', (_, place, level, id, ruling) => {
    const { finding: rest, level: told } =
      listed(found(MOST_LISTED + 1_234, level, place), worded).at(-1) ?? classified();
    expect({ ...rest, cause: '' }).toEqual({
      ...{ id, ruling, place, path: [], base: null, head: null, args: { more: '1,234' } },
      ...{ witness: null, reason: null, cause: '' },
    });
    expect(told).toBe(level);
  });

  test('are another cause in another place', () => {
    const causeAt = (place: Place) =>
      listed(found(MOST_LISTED + 1, 'info', place), worded).at(-1)?.finding.cause;
    expect(causeAt(REQUEST)).not.toBe(causeAt({ ...REQUEST, label: 'another body' }));
    expect(causeAt(REQUEST)).toBe(causeAt({ ...REQUEST }));
  });
});
