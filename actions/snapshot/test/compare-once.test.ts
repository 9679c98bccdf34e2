import { expect, test } from '@jest/globals';
import { comparingOnce } from '../src/compare-once.ts';

const text = (title: string) =>
  JSON.stringify({ openapi: '3.0.3', info: { title, version: '0.0.1' }, paths: {} });

test('given a pair of texts again, then what came of it is given again, and of no other pair', async () => {
  const compare = comparingOnce(new Date('2026-11-25T12:00:00Z'));
  const [before, after] = [
    { name: 'shop.json', text: text('Shop') },
    { name: 'shop.json', text: text('Shops') },
  ];
  const first = await compare(before, after);
  expect(await compare({ ...before }, { ...after })).toBe(first);
  expect(await compare(before, { ...after, name: 'stores.json' })).not.toBe(first);
  expect(await compare(after, before)).not.toBe(first);
  expect(await compare(before, null)).not.toBe(first);
});
