import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { check, checks } from '../../src/classify/catalogue.ts';
import { usualLevel } from '../../src/classify/check.ts';
import { LEFT_OUT } from '../../src/classify/left-out.ts';

const listed = readFileSync(join(import.meta.dirname, 'fixtures/listed-checks.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([id = '', level = '']) => ({ id, level }));

const levelOfList = new Map(listed.map(({ id, level }) => [id, level]));

describe('the ids in common use', () => {
  test('given the list, then it holds all 509', () => {
    expect(levelOfList.size).toBe(509);
  });

  test('given a listed id, then it is in the catalogue or left out with a reason, and never both', () => {
    const leftOut = new Set(LEFT_OUT.map(({ id }) => id));
    expect(listed.filter(({ id }) => (check(id) !== null) === leftOut.has(id))).toEqual([]);
  });

  test('given an id that is left out, then it is a listed one and says why', () => {
    expect(LEFT_OUT.filter(({ id, why }) => !levelOfList.has(id) || why.length < 40)).toEqual([]);
  });

  test('given another level than the listed one, then the check says so and why', () => {
    const silent = checks().filter((one) => {
      const level = levelOfList.get(one.id);
      return level !== undefined && level !== usualLevel(one) && one.differs?.listed !== level;
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('given the listed level or no listed one, then the check claims no difference', () => {
    const claiming = checks().filter(
      (one) => one.differs !== null && levelOfList.get(one.id) !== one.differs.listed,
    );
    const agreeing = checks().filter((one) => one.differs?.listed === usualLevel(one));
    expect([...claiming, ...agreeing].map(({ id }) => id)).toEqual([]);
  });

  test('given the catalogue, then every id stands in it once', () => {
    const ids = checks().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id))).toEqual([]);
  });
});
