import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchesPattern } from '../../src/catalog/name-pattern.ts';
import { type ApiGroup, compileFilters } from '../../src/index.ts';

const MATCHES: readonly [pattern: string, name: string, matches: boolean][] = [
  ['Public API', 'public api', true],
  ['public*', 'Public API', true],
  ['*api', 'Public API', true],
  ['p?blic api', 'Public API', true],
  ['p?api', 'Public API', false],
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['a*b*c', 'a b b c', true],
  ['a*b*c', 'acb', false],
  ['v2/*', 'v2/orders/open', true],
  ['Billing (v2) [old]', 'billing (v2) [old]', true],
  ['100\\*', '100*', true],
  ['100\\*', '1000', false],
  ['\\!important', '!important', true],
  ['?', '😀', true],
  ['cafe\u0301', 'café', true],
];

test.each(MATCHES)('the pattern %j and the name %j: %j', (pattern, name, matches) => {
  expect(matchesPattern(pattern, name)).toBe(matches);
});

const name = fc.string({
  unit: fc.constantFrom('a', 'B', '*', '?', '\\', '!', '/', ' ', '😀'),
  maxLength: 12,
});
const literal = (text: string) => text.replace(/[\\*?]/g, '\\$&').replace(/^!/, '\\!');
const names = fc.array(name, { maxLength: 4 });
const group: fc.Arbitrary<ApiGroup> = fc.record({
  instance: fc.record({ name, display: name }),
  workspace: fc.record({ id: fc.nat({ max: 9 }), name }),
  branch: fc.record({ label: name, live: fc.boolean() }),
  group: fc.record({ id: fc.nat({ max: 9 }), name, canonical: fc.option(name) }),
});
const patterns = fc.record({ instances: names, workspaces: names, branches: names, groups: names });

describe('a law of patterns', () => {
  test('a name written literally matches itself and no other', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(matchesPattern(literal(one), one)).toBe(true);
        expect(matchesPattern(literal(one), other)).toBe(one.toLowerCase() === other.toLowerCase());
      }),
    );
  });

  test('a star before, within and after stands for any text', () => {
    fc.assert(
      fc.property(name, name, name, (before, middle, after) => {
        expect(matchesPattern(`*${literal(middle)}*`, `${before}${middle}${after}`)).toBe(true);
        expect(matchesPattern(`${literal(before)}*${literal(after)}`, `${before}${middle}${after}`)).toBe(
          true,
        );
      }),
    );
  });

  test('a pattern and a name made to stall take no time', () => {
    expect(matchesPattern('*a'.repeat(2000), `${'a'.repeat(4000)}b`)).toBe(false);
  });
});

describe('a law of filters', () => {
  test('without patterns everything is selected', () => {
    fc.assert(fc.property(group, (one) => compileFilters().selects(one)));
  });

  test('what is selected lies in an instance, a workspace and a branch that are selected', () => {
    fc.assert(
      fc.property(patterns, group, (some, one) => {
        const filters = compileFilters(some);
        if (!filters.selects(one)) return;
        expect(filters.selectsInstance(one.instance)).toBe(true);
        expect(filters.selectsWorkspace(one.workspace)).toBe(true);
        expect(filters.selectsBranch(one.branch)).toBe(true);
      }),
    );
  });

  test('a pattern that leaves out never adds, and one that selects never removes what others selected', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), name, group, (groups, more, one) => {
        const selecting = groups.map(literal);
        const before = compileFilters({ groups: selecting }).selects(one);
        const wider = compileFilters({ groups: [...selecting, literal(more)] }).selects(one);
        const narrower = compileFilters({ groups: [...selecting, `!${literal(more)}`] }).selects(one);
        expect(!before || wider).toBe(true);
        expect(!narrower || before).toBe(true);
      }),
    );
  });

  test('the live branch can be asked for as live, whatever its label', () => {
    fc.assert(
      fc.property(group, (one) => {
        expect(compileFilters({ branches: ['live'] }).selects(one)).toBe(
          one.branch.live || one.branch.label.toLowerCase() === 'live',
        );
      }),
    );
  });
});
