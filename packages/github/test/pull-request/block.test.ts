import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BODY_LIMIT } from '../../src/index.ts';
import { blockRoom, joinBody, splitBody } from '../../src/pull-request/block.ts';

const END = '<!-- xano-specs end -->';

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

  describe('whose end someone deleted', () => {
    const endless = joinBody(splitBody('', 'snapshot'), next('Ours')).replace(`\n${END}`, '');
    const renew = (body: string, text = 'New') => joinBody(splitBody(body, 'snapshot'), next(text));

    test('is written anew above all that stands below, and loses none of it', () => {
      const renewed = renew(`${endless}\nTheirs\n\nMore of theirs`);
      expect(renewed).toMatch(/^<!--.*-->\nNew\n<!-- xano-specs end -->\n\nOurs\nTheirs\n\nMore of theirs$/);
      expect(renew(renewed, 'Newer')).toBe(renewed.replace('New', 'Newer'));
    });

    test('ends before the block of another folder', () => {
      const other = joinBody(splitBody('', 'other'), next('Other', 'other'));
      const renewed = renew(`${endless}\n\nPeople: keep me\n\n${other}\n\nBelow`);
      expect(renewed.endsWith(`\n\nPeople: keep me\n\n${other}\n\nBelow`)).toBe(true);
      expect(splitBody(renewed, 'other').block?.text).toBe('Other');
    });

    test.each([
      ['a fence', `\`\`\`html\n${END}\n\`\`\``],
      ['a longer fence of tildes', `~~~~\n~~~\n${END}\n~~~~`],
      ['a fence that nothing closes', `\`\`\`\n${END}`],
      ['a quote', `> ${END}`],
      ['a sentence', `${END} is what ends it`],
    ])('is not ended by what quotes its end in %s', (_place, quote) => {
      const theirs = `Theirs\n\n${quote}\n\nMore of theirs`;
      expect(renew(`${endless}\n\n${theirs}`).endsWith(theirs)).toBe(true);
    });
  });

  test('does not begin where people quote its first line', () => {
    const ours = joinBody(splitBody('', 'snapshot'), next('Ours'));
    const quote = `\`\`\`\n${ours}\n\`\`\``;
    expect(splitBody(`${quote}\n\n${ours}`, 'snapshot')).toMatchObject({ before: `${quote}\n\n` });
  });

  test('is found below a fence that people left open', () => {
    const body = `\`\`\`\nTheirs\n\n${joinBody(splitBody('', 'snapshot'), next('Ours'))}`;
    expect(splitBody(body, 'snapshot').block?.text).toBe('Ours');
  });

  test('law: no line of people goes, whatever they quote and whichever end they delete', () => {
    const other = joinBody(splitBody('', 'other'), next('Other', 'other'));
    const ours = joinBody(splitBody('', 'snapshot'), next('Ours'));
    const part = fc.oneof(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.constantFrom('', `> ${END}`, `\`\`\`\`\n${END}\n\`\`\`\``, other, other.replace(`\n${END}`, '')),
    );
    const textOf = (parts: typeof part) => fc.array(parts, { maxLength: 6 }).map((each) => each.join('\n'));
    const above = textOf(fc.oneof(part, fc.constantFrom('```', '~~~')));
    fc.assert(
      fc.property(above, textOf(part), fc.boolean(), (before, after, ends) => {
        const block = ends ? ours : ours.replace(`\n${END}`, '');
        let body = `${before}\n${block}\n${after}`;
        for (const report of ['One', 'Two']) body = joinBody(splitBody(body, 'snapshot'), next(report));
        const left = body.split('\n');
        for (const line of `${before}\n${after}`.split('\n').filter((one) => one.trim() !== '')) {
          const place = left.indexOf(line);
          expect([line, place >= 0]).toEqual([line, true]);
          left.splice(0, place + 1);
        }
      }),
    );
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
