import { describe, expect, test } from '@jest/globals';
import type { Breaking, Held } from '../../src/compare/explain/held.ts';
import { shownWitness } from '../../src/compare/explain/shown-witness.ts';
import type { PathStep } from '../../src/compare/finding.ts';
import type { Json, JsonObject } from '../../src/read/document.ts';

const property = (name: string): PathStep => ({ kind: 'property', name });
const ITEM: PathStep = { kind: 'item' };

function of(value: Json): Breaking {
  return { kind: 'breaking', value };
}

/** A part that breaks within an object or, without a rest, in a list. */
function held(part: Breaking, step: PathStep, rest: JsonObject | null): Breaking {
  const whole =
    rest === null || step.kind !== 'property' ? [part.value] : { ...rest, [step.name]: part.value };
  return {
    kind: 'breaking',
    value: whole,
    held: { part, step, rest, edge: null as unknown as Held['edge'] },
  };
}

/** A value whose JSON has so many characters. */
function long(characters: number): string {
  return 'x'.repeat(characters - 2);
}

/** Members, each a text of so many characters as JSON. */
function members(many: number, characters: number, prefix = 'p'): JsonObject {
  const names = Array.from({ length: many }, (_, index) => `${prefix}${index}`);
  return Object.fromEntries(names.map((name) => [name, long(characters)]));
}

describe('the value that a report shows of a break', () => {
  test('is whole up to 4,000 characters of JSON, and cut beyond', () => {
    expect(shownWitness(of(long(4_000)), [])).toEqual({ value: long(4_000) });
    expect(shownWitness(of(long(4_001)), [])).toEqual({ value: long(1_002), cut: true });
  });

  test.each([
    // {"a":"xx…"} with one character for what parts members.
    ['an object', { a: long(3_993) }, { a: long(3_994) }],
    ['a list', [long(3_997)], [long(3_998)]],
    ['a list of two', [1, long(3_995)], [1, long(3_996)]],
    ['a list of small values', [true, null, 12, long(3_984)], [true, null, 12, long(3_985)]],
  ])('counts the characters of %s', (_, most, more) => {
    expect(shownWitness(of(most), []).cut).toBeUndefined();
    expect(shownWitness(of(more), []).cut).toBe(true);
  });

  test('counts what holds a part: its name, what stands beside it, and each list around it', () => {
    const around = (characters: number, rest: JsonObject) =>
      shownWitness(held(held(of(long(characters)), ITEM, null), property('name'), rest), []).cut;
    // {"other":"x","name":["…"]}: 2 for each of object and list, 8 for the name and 13 for what stands beside it.
    expect(around(3_974, { other: 'x' })).toBeUndefined();
    expect(around(3_975, { other: 'x' })).toBe(true);
  });

  test('counts what the part takes the place of no longer', () => {
    const around = (characters: number, rest: JsonObject) =>
      shownWitness(held(of(long(characters)), property('name'), rest), []).cut;
    expect(around(3_988, {})).toBeUndefined();
    expect(around(3_989, {})).toBe(true);
    // Left over of {"name":"…"} is what holds the value: eight for the name, once more.
    expect(around(3_980, { name: long(900) })).toBeUndefined();
    expect(around(3_981, { name: long(900) })).toBe(true);
  });

  test('is made once for each proof', () => {
    const proof = of(members(50, 100));
    expect(shownWitness(proof, [])).toBe(shownWitness(proof, []));
  });

  test('is cut along the way to what breaks, with up to ten of what is small beside it', () => {
    const inside = { ...members(45, 90), deep: long(1_200) };
    const value = { ...members(12, 50, 'o'), large: long(200), way: inside };
    expect(shownWitness(of(value), [property('way'), property('deep')])).toEqual({
      value: { ...members(10, 50, 'o'), way: { deep: long(1_002) } },
      cut: true,
    });
  });

  test('shares the ten members among all levels', () => {
    const value = { ...members(4, 50, 'o'), way: { ...members(45, 90), deep: 1 } };
    expect(shownWitness(of(value), [property('way'), property('deep')])).toEqual({
      value: { ...members(4, 50, 'o'), way: { ...members(6, 90), deep: 1 } },
      cut: true,
    });
  });

  test('leaves out members of more than 100 characters, name and value together', () => {
    const value = { a: long(99), bb: long(99), c: long(5_000), d: 1 };
    expect(shownWitness(of(value), [property('d')])).toEqual({ value: { a: long(99), d: 1 }, cut: true });
  });

  test('keeps a part of up to 100 characters whole', () => {
    const small = { part: [long(90)] };
    const large = { part: [long(91), 1] };
    const value = (part: Json) => of({ part, rest: long(5_000) });
    expect(shownWitness(value(small.part), [property('part'), ITEM])).toEqual({ value: small, cut: true });
    expect(shownWitness(value([long(50), long(48)]), [property('part'), ITEM])).toEqual({
      value: { part: [long(50)] },
      cut: true,
    });
    expect(shownWitness(value(large.part), [property('part'), ITEM])).toEqual({ value: large, cut: true });
  });

  test('of a list is its first item, or the one that the way leads to', () => {
    const value = [long(200), long(300), long(4_000)];
    expect(shownWitness(of(value), [ITEM])).toEqual({ value: [long(200)], cut: true });
    expect(shownWitness(of([...value]), [{ kind: 'tuple-item', index: 1 }])).toEqual({
      value: [long(300)],
      cut: true,
    });
    expect(shownWitness(of([...value]), [{ kind: 'tuple-item', index: 3 }])).toEqual({
      value: [],
      cut: true,
    });
  });

  test('of a list in a list takes the next step of the way', () => {
    const value = [[long(200), long(4_000)], 1];
    expect(shownWitness(of(value), [ITEM, { kind: 'tuple-item', index: 1 }])).toEqual({
      value: [[long(1_002)]],
      cut: true,
    });
  });

  test('where the way ends, or leads to what is not there, is what is small', () => {
    const value = (): JsonObject => ({ ...members(2, 50), large: long(5_000) });
    const cut = { value: members(2, 50), cut: true };
    expect(shownWitness(of(value()), [])).toEqual(cut);
    expect(shownWitness(of(value()), [property('absent')])).toEqual(cut);
    expect(shownWitness(of(value()), [property('constructor')])).toEqual(cut);
    expect(shownWitness(of(value()), [ITEM])).toEqual(cut);
  });

  test('of a part that is held is cut along what holds it, and then along the way', () => {
    const part = of({ ...members(45, 90), deep: { ...members(1, 200, 'q'), low: 7 } });
    const whole = held(held(part, ITEM, null), property('list'), { ...members(3, 20, 'o'), list: [] });
    expect(shownWitness(whole, [property('list'), ITEM, property('deep'), property('low')])).toEqual({
      value: { ...members(3, 20, 'o'), list: [{ ...members(7, 90), deep: { low: 7 } }] },
      cut: true,
    });
  });
});
