import { test } from '@jest/globals';
import fc from 'fast-check';
import { sortKeys } from '../../src/snapshot/document/sort-keys.ts';

test('keys are sorted as the language sorts them, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 60 }), (keys) => {
      const expected = [...keys].sort();
      return sortKeys([...keys]).every((key, index) => key === expected[index]);
    }),
  );
});
