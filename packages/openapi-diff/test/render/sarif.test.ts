import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { renderSarif, SARIF_RESULTS } from '../../src/render/sarif.ts';
import { change, report } from '../report-fixture.ts';
import { anyReport, twoOperations } from './any-report.ts';

/** The schema that the standard's authors publish, in draft 4 of JSON Schema, read as draft 7. */
function sarifProblems(): (log: unknown) => unknown[] {
  const require = createRequire(import.meta.url);
  const {
    $schema: _,
    id: __,
    ...schema
  } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (log) => (validate(log) ? [] : (validate.errors ?? []));
}

const problems = sarifProblems();

interface Log {
  runs: { tool: { driver: { rules: unknown[] } }; results: Record<string, unknown>[] }[];
}

const parse = (text: string) => JSON.parse(text) as Log;

describe('SARIF', () => {
  test('given changes, then each is a result with its rule, place, level and fingerprint', () => {
    const log = parse(
      renderSarif(report([change({ places: twoOperations }), change({ id: 'a-b', level: 'info' })]), {
        version: '1.0.0',
        checkUrl: (id) => `https://docs.example/${id}`,
        describe: (id) => `About [${id}]`,
      }),
    );
    expect(log.runs[0]?.tool.driver.rules).toEqual([
      { id: 'a-b', shortDescription: { text: 'About \\[a-b\\]' }, helpUri: 'https://docs.example/a-b' },
      {
        id: 'response-property-type-changed',
        shortDescription: { text: 'About \\[response-property-type-changed\\]' },
        helpUri: 'https://docs.example/response-property-type-changed',
      },
    ]);
    expect(log.runs[0]?.results).toHaveLength(2);
    expect(log.runs[0]?.results[0]).toMatchObject({
      ruleIndex: 1,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'new/api.json' },
            region: { startLine: 12, startColumn: 7 },
          },
        },
      ],
      relatedLocations: [{ id: 1, message: { text: 'GET /book/{book_id}' } }],
      partialFingerprints: { 'xanoSpecs/v1': '0123456789abcdef' },
    });
    expect(log.runs[0]?.results[1]).toMatchObject({ ruleIndex: 0, level: 'note' });
  });

  test('given more changes than are taken, then the most severe stay', () => {
    const many = Array.from({ length: SARIF_RESULTS + 10 }, () => change());
    expect(parse(renderSarif(report(many))).runs[0]?.results).toHaveLength(SARIF_RESULTS);
  });

  test('whatever a report holds, the log is valid against the schema of SARIF 2.1.0', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        expect(problems(parse(renderSarif(any, { checkUrl: (id) => `https://docs.example/${id}` })))).toEqual(
          [],
        );
      }),
      { numRuns: 200 },
    );
  });

  test('a log that lacks its version is not valid, so the schema is at work', () => {
    const { version: _, ...log } = JSON.parse(renderSarif(report([change()]))) as Record<string, unknown>;
    expect(problems(log)).not.toEqual([]);
  });
});
