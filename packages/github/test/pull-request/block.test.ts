import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BODY_LIMIT } from '../../src/index.ts';
import { blockRoom, joinBody, splitBody } from '../../src/pull-request/block.ts';

const next = (text: string, key = 'snapshot') => ({ key, digest: 'd', text });

describe('our block of a body that people write in', () => {
  test('law: what people wrote before and after it stays, however often it is renewed', () => {
    const words = fc.stringMatching(/^[a-z <!>\n-]{0,40}$/);
    fc.assert(
      fc.property(words, words, words, words, (before, after, one, two) => {
        const first = joinBody(splitBody(before, 'snapshot'), next(one));
        const edited = `${first}${after}`;
        const renewed = joinBody(splitBody(edited, 'snapshot'), next(two));
        expect(renewed.startsWith(before.trimEnd())).toBe(true);
        expect(renewed.endsWith(after)).toBe(true);
        expect(splitBody(renewed, 'snapshot').block?.text).toBe(two.trimEnd());
      }),
    );
  });

  test('is read again as it was written, also with the line ends of an editor', () => {
    const body = joinBody(splitBody('Hello', 'snapshot'), next('# Report\n\nOne'));
    expect(splitBody(body.replaceAll('\n', '\r\n'), 'snapshot')).toEqual({
      before: 'Hello\n\n',
      block: { key: 'snapshot', digest: 'd', text: '# Report\n\nOne' },
      after: '',
    });
  });

  test('of another key is text of people', () => {
    const other = joinBody(splitBody('', 'other'), next('Other', 'other'));
    const both = joinBody(splitBody(other, 'snapshot'), next('Ours'));
    expect(splitBody(both, 'other').block?.text).toBe('Other');
    expect(splitBody(both, 'snapshot').block?.text).toBe('Ours');
  });

  test('whose end someone deleted loses no text that they wrote below', () => {
    const body = joinBody(splitBody('', 'snapshot'), next('Ours')).replace(/\n<!-- xano-specs end -->/, '');
    const renewed = joinBody(splitBody(`${body}\n\nTheirs\n\nMore of theirs`, 'snapshot'), next('New'));
    expect(renewed).toMatch(/New\n<!-- xano-specs end -->\n\nTheirs\n\nMore of theirs$/);
  });

  test.each([
    ['<!-- xano-specs end -->', '…'],
    ['<!-- xano-specs<!-- xano-specs end --> end -->', '<!-- xano-specs… end -->'],
  ])('can not end itself by its own text: %s', (line, shown) => {
    const text = `a\n${line}\nb`;
    const body = joinBody(splitBody('', 'snapshot'), next(text));
    expect(splitBody(`${body}\ntheirs`, 'snapshot')).toMatchObject({
      block: { text: `a\n${shown}\nb` },
      after: '\ntheirs',
    });
  });

  test('has the room that people leave', () => {
    const split = splitBody('x'.repeat(1_000), 'snapshot');
    const room = blockRoom(split, 'snapshot');
    const digest = 'd'.repeat(64);
    expect(joinBody(split, { key: 'snapshot', digest, text: 'y'.repeat(room) })).toHaveLength(BODY_LIMIT);
    expect(blockRoom(splitBody('x'.repeat(BODY_LIMIT), 'snapshot'), 'snapshot')).toBe(0);
  });
});
