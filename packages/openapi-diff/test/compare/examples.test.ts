import { describe, expect, test } from '@jest/globals';
import { findingsOfExample } from '../../scripts/example-findings.ts';
import { checks } from '../../src/classify/catalogue.ts';
import { usualLevel } from '../../src/classify/check.ts';
import { compareObjects } from './compare-objects.ts';

const CHECKS = checks().map((check) => [check.id, check] as const);

describe('the example of every check', () => {
  test.each(CHECKS)('%s speaks once, ruled as usual and with its usual level', async (_, check) => {
    const own = (await findingsOfExample(check)).filter(({ finding }) => finding.id === check.id);
    expect(own.map(({ finding, level }) => [finding.ruling, level])).toEqual([
      [check.usual, usualLevel(check)],
    ]);
  });

  test.each(CHECKS)('%s is silent when nothing changes', async (_, check) => {
    const { before, after } = check.example();
    expect(await compareObjects(before, before)).toEqual([]);
    expect(await compareObjects(after, structuredClone(after))).toEqual([]);
  });

  test('given a schema that breaks in an example, then a value shows it', async () => {
    const kinds = new Set(['request-body', 'response-body', 'request-parameter', 'response-header']);
    const found = (await Promise.all(CHECKS.map(([, check]) => findingsOfExample(check)))).flat();
    const unshown = found.filter(
      ({ finding: { ruling, witness, place, path, args } }) =>
        ruling === 'breaking' &&
        witness === null &&
        (path.length > 0 || (kinds.has(place.kind) && args.example === undefined)),
    );
    expect(unshown.map(({ finding }) => finding.id).filter((id) => !OUTSIDE_SCHEMAS.test(id))).toEqual([]);
  });
});

/** What breaks about a body, parameter or header without being about its schema. */
const OUTSIDE_SCHEMAS =
  /media-type|encoding-changed|content-changed|-in-changed|allow-(?:reserved|empty)|response-body-(?:removed|became)|header-(?:removed|became)|-(?:style|explode)-changed/;
