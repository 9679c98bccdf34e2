import { describe, expect, test } from '@jest/globals';
import { classify } from '../../src/classify/classify.ts';
import { type PolicySettings, policyOf } from '../../src/classify/policy.ts';
import { sunsetTime } from '../../src/classify/sunset.ts';
import type { Finding } from '../../src/compare/finding.ts';
import { finding } from '../report-fixture.ts';

const NOW = new Date('2029-06-01T12:00:00Z');
/** 180 days after the day of NOW, and 31 days. */
const [STABLE, BETA] = ['2029-11-28', '2029-07-02'];
const SETTINGS: PolicySettings = { deprecation: { graceDays: { beta: 31, stable: 180 } } };

function judged(id: string, args: Finding['args'], settings: PolicySettings = SETTINGS): string[] {
  const found = finding({ id, ruling: 'safe', witness: null, args: { deprecated: 'yes', ...args } });
  return classify([found], { policy: policyOf(settings, () => true), now: NOW }).map(
    (one) => `${one.level} ${one.finding.id}`,
  );
}

describe('the announcement that an operation will go', () => {
  test.each<[string, Finding['args'], string]>([
    ['when all days of grace are kept', { sunset: STABLE }, 'info endpoint-deprecated-with-sunset'],
    ['when one day is missing', { sunset: '2029-11-27' }, 'error api-sunset-date-too-small'],
    ['without a date', {}, 'info endpoint-deprecated'],
    ['with a date that is none', { sunset: 'soon' }, 'error api-deprecated-sunset-parse'],
    ['of a beta, in time', { sunset: BETA, stability: 'beta' }, 'info endpoint-deprecated-with-sunset'],
    ['of a beta, too late', { sunset: '2029-07-01', stability: 'beta' }, 'error api-sunset-date-too-small'],
    [
      'of a draft, for today',
      { sunset: '2029-06-01', stability: 'draft' },
      'info endpoint-deprecated-with-sunset',
    ],
    [
      'of a draft, for yesterday',
      { sunset: '2029-05-31', stability: 'draft' },
      'error api-sunset-date-too-small',
    ],
    [
      'of a level that nobody knows',
      { sunset: '2029-11-27', stability: 'solid' },
      'error api-sunset-date-too-small',
    ],
  ])('%s', (_, args, right) => {
    expect(judged('endpoint-deprecated', args)).toEqual([right]);
  });

  test('has to name a date where the policy asks for one', () => {
    const settings: PolicySettings = { deprecation: { sunset: 'required' } };
    expect(judged('endpoint-deprecated', {}, settings)).toEqual(['error api-deprecated-sunset-missing']);
    expect(judged('request-property-deprecated', {}, settings)).toEqual([
      'error request-property-deprecated-sunset-missing',
    ]);
  });

  test('keeps the plain id for a parameter, which has none for dates', () => {
    expect(judged('request-parameter-deprecated', { sunset: STABLE })).toEqual([
      'info request-parameter-deprecated',
    ]);
  });
});

describe('a date that moved', () => {
  test.each<[string, string, string, string]>([
    ['later', '2029-06-10', '2029-06-11', 'info api-sunset-changed'],
    ['not at all, in other words', '2029-06-10', '2029-06-10T00:00:00Z', 'info api-sunset-changed'],
    ['nearer, yet far enough', '2030-06-01', STABLE, 'info api-sunset-changed'],
    ['nearer, and too near', '2030-06-01', '2029-11-27', 'error api-sunset-date-changed-too-small'],
    ['to no date', '2030-06-01', 'soon', 'error api-deprecated-sunset-parse'],
    ['from no date to one too near', 'soon', '2029-11-27', 'error api-sunset-date-changed-too-small'],
  ])('%s', (_, sunsetBefore, sunset, right) => {
    expect(judged('api-sunset-changed', { sunsetBefore, sunset })).toEqual([right]);
  });
});

describe('the moment that a date stands for', () => {
  test.each<[string, string | null]>([
    ['2029-06-01', '2029-06-01T00:00:00.000Z'],
    [' 2029-06-01 ', '2029-06-01T00:00:00.000Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    ['2029-06-01T10:30:00Z', '2029-06-01T10:30:00.000Z'],
    ['2029-06-01 10:30:00z', '2029-06-01T10:30:00.000Z'],
    ['2029-06-01t10:30:00.5+02:00', '2029-06-01T08:30:00.500Z'],
    ['2029-02-29', null],
    ['2029-13-01', null],
    ['2029-06-01T25:00:00Z', null],
    ['2029-06-01T10:30:00', null],
    ['1 June 2029', null],
    ['2029-6-1', null],
    ['', null],
  ])('of %j is %s', (text, moment) => {
    const time = sunsetTime(text);
    expect(time === null ? null : new Date(time).toISOString()).toBe(moment);
  });
});
