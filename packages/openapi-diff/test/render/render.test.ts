import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { renderAnnotations } from '../../src/render/annotations.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderJUnit } from '../../src/render/junit.ts';
import { renderText } from '../../src/render/text.ts';
import { verdict } from '../../src/render/words.ts';
import type { ReportedException } from '../../src/report/report.ts';
import { change, report, schemaProblems } from '../report-fixture.ts';
import { anyReport, twoOperations } from './any-report.ts';

/** Anything that a terminal or a log would act on; a line feed is ours. */
const ACTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('text for a terminal', () => {
  test('given a change that operations share, then the cause comes first, then the operations, then the verdict', () => {
    expect(renderText(report([change({ places: twoOperations })]), { width: 72 })).toBe(
      [
        '✗ `price` became text in a response that 2 operations share',
        '  `GET /book` may now answer `{"price":"19.99"}`, which was not',
        '  announced: `price` was a number',
        '  GET /book, GET /book/{book_id}',
        '  new/api.json:12:7  response-property-type-changed  0123456789abcdef',
        '',
        '1 breaking change (2 operations)',
        '',
      ].join('\n'),
    );
  });

  test('given a change of one operation, then the operation is named in the headline', () => {
    const [first] = renderText(report([change()])).split('\n');
    expect(first).toBe('✗ `GET /book`: `price` became text in a response');
  });

  test('given a change that is gone from the new document, then it stands where it was', () => {
    const [place] = change().places;
    const gone = change({ places: place === undefined ? [] : [{ ...place, head: null }] });
    expect(renderText(report([gone]))).toContain('  old/api.json:10:7  ');
  });

  test('given a palette, then it colours what it is given', () => {
    const marked = (name: string) => (text: string) => `<${name}:${text}>`;
    const text = renderText(report([change()]), {
      palette: {
        level: (level, part) => `<${level}:${part}>`,
        strong: marked('strong'),
        code: marked('code'),
        faint: marked('faint'),
      },
    });
    expect(text).toContain('<error:✗> <strong:`GET /book`: `price` became text in a response>');
    expect(text).toContain('<code:`{"price":"19.99"}`>');
    expect(text).toContain('<error:<strong:1 breaking change (1 operation)>>');
  });

  test('given a code span that goes on in the next line, then both of its parts are coloured and nothing else', () => {
    const code = (text: string) => `<${text}>`;
    const plain = (text: string) => text;
    const text = renderText(
      report([
        change({ message: 'may now answer `{"title": "a", "price": 1}`, which `GET /b` never announced' }),
      ]),
      { width: 42, palette: { level: (_, part) => part, strong: plain, code, faint: plain } },
    );
    expect(text.split('\n').slice(2, 5)).toEqual([
      '  may now answer <`{"title": "a", "price":>',
      '  <1}`>, which <`GET /b`> never announced',
      '  new/api.json:12:7  response-property-type-changed  0123456789abcdef',
    ]);
  });

  test('given no verdict, then the changes stand alone, and no change is no text', () => {
    expect(renderText(report([change()]), { verdict: false })).not.toContain('1 breaking change');
    expect(renderText(report([]), { verdict: false })).toBe('');
  });

  test('given exceptions that are used up, then it says which and what to do', () => {
    const entry: ReportedException = { line: 4, matches: 'id a-b', reason: 'x', expires: '2026-01-01' };
    const text = renderText(
      report([], {
        exceptions: {
          accepted: [{ ...change(), acceptedBy: entry }],
          expired: [entry],
          unused: [{ ...entry, line: 9 }],
        },
      }),
    );
    expect(text.split('\n')).toEqual([
      '1 change accepted by the exceptions file',
      '! The exception in line 4 (id a-b) expired on 2026-01-01: renew it or remove it',
      '! The exception in line 9 (id a-b) matches nothing: remove it',
      '',
      'No breaking change, 1 accepted change',
      '',
    ]);
  });

  test('whatever a report holds, nothing in it reaches the terminal as a control or a turn of direction', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 1, max: 200 }), (any, width) => {
        for (const line of renderText(any, { width }).split('\n')) expect(line).not.toMatch(ACTIVE);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the verdict', () => {
  test.each([
    [report([]), 'No change'],
    [report([change({ level: 'info' })]), 'No breaking change, 1 safe change (1 operation)'],
    [report([change(), change({ level: 'warning' })]), '1 breaking change, 1 warning (1 operation)'],
    [report([change()], { documents: [] }), '1 breaking change (1 operation, 0 documents)'],
  ])('is one line', (given, expected) => {
    expect(verdict(given)).toBe(expected);
  });
});

describe('JSON', () => {
  test('whatever a report holds, the JSON is that report and valid against its schema', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        expect(JSON.parse(renderJson(any))).toEqual(JSON.parse(JSON.stringify(any)));
        expect(schemaProblems(any)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('JUnit', () => {
  test('given changes of every level, then those that break are failures', () => {
    const xml = renderJUnit(report([change(), change({ level: 'warning' }), change({ level: 'info' })]));
    expect(xml).toContain('<testsuites name="xano-specs" tests="3" failures="1">');
    expect(renderJUnit(report([change({ level: 'warning' })]), { failOnWarning: true })).toContain(
      'failures="1"',
    );
  });

  test('given no change, then there is one passed test', () => {
    expect(renderJUnit(report([]))).toContain('<testcase classname="new/api.json" name="no change"/>');
  });

  test('whatever a report holds, the XML is well formed and holds every change', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const xml = renderJUnit(any);
        expect(XMLValidator.validate(xml)).toBe(true);
        const parsed = new XMLParser({ ignoreAttributes: false }).parse(xml) as {
          testsuites: Record<string, string>;
        };
        const suites = any.documents?.length ?? 1;
        expect(Number(parsed.testsuites['@_tests'])).toBeGreaterThanOrEqual(
          Math.min(suites, any.changes.length),
        );
        expect(xml.match(/<testcase /g)?.length ?? 0).toBe(Number(parsed.testsuites['@_tests']));
      }),
      { numRuns: 200 },
    );
  });
});

describe('annotations', () => {
  test('given a change, then it stands at its line', () => {
    expect(renderAnnotations(report([change()])).text).toBe(
      '::error file=new/api.json,line=12,col=7,title=`GET /book`%3A `price` became text in a response::' +
        '`GET /book` may now answer `{"price":"19.99"}`, which was not announced: `price` was a number (response-property-type-changed)\n',
    );
  });

  test('given more than fit, then ten of each level are shown and the rest is counted', () => {
    const many = [
      ...Array(12).fill(change()),
      ...Array(11).fill(change({ level: 'warning' })),
      change({ level: 'info' }),
    ];
    const { text, left } = renderAnnotations(report(many));
    expect(text.match(/^::error /gm)).toHaveLength(10);
    expect(text.match(/^::warning /gm)).toHaveLength(10);
    expect(text).not.toContain('::notice');
    expect(left).toBe(3);
  });

  test('given a change that is gone from the new file, then it has no line', () => {
    const [place] = change().places;
    const gone = change({ places: place === undefined ? [] : [{ ...place, head: null }] });
    expect(renderAnnotations(report([gone])).text).toMatch(/^::error title=/);
  });

  test('whatever a report holds, each line is one command of the kind that we gave', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const { text } = renderAnnotations(any, { levels: ['error', 'warning', 'info'] });
        const lines = text.split('\n').slice(0, -1);
        for (const line of lines) {
          expect(line).not.toMatch(ACTIVE);
          // A property's value holds neither a colon nor a comma, so the command ends where we end it.
          expect(line).toMatch(/^::(?:error|warning|notice) (?:(?:file|line|col|title)=[^:,]*,?)+::/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
