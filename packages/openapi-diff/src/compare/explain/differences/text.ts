import type { Json } from '../../../read/document.ts';
import { jsonEqual } from '../../relate/json.ts';
import type { Fact } from '../../relate/shape.ts';
import { valueWords } from '../describe.ts';
import { changeOf, type Difference, goalOf, type Sides, siteOf } from '../difference.ts';
import { compareMeaning } from '../meaning.ts';
import { bothAllow } from '../view.ts';

/** Patterns, and what is said of the content of text. */
export function textDifferences(sides: Sides): readonly Difference[] {
  if (!bothAllow(sides.base, sides.head, 'string')) return [];
  return [...patternDifferences(sides), ...contentDifferences(sides)];
}

function patternDifferences(sides: Sides): readonly Difference[] {
  const gone = unlike(sides.base.core.patterns, sides.head.core.patterns);
  const come = unlike(sides.head.core.patterns, sides.base.core.patterns);
  const [from] = gone;
  const [to] = come;
  if (from !== undefined && to !== undefined && gone.length === 1 && come.length === 1) {
    return patternChanged(sides, from, to);
  }
  return [
    ...come.map((fact) =>
      changeOf({
        sides,
        event: 'pattern-added',
        effect: 'narrows',
        base: null,
        head: fact,
        args: { to: fact.value },
      }),
    ),
    ...gone.map((fact) =>
      changeOf({
        sides,
        event: 'pattern-removed',
        effect: 'widens',
        base: fact,
        head: null,
        args: { from: fact.value },
      }),
    ),
  ];
}

function unlike(facts: readonly Fact<string>[], others: readonly Fact<string>[]): readonly Fact<string>[] {
  return facts.filter(({ value }) => !others.some((other) => other.value === value));
}

function patternChanged(sides: Sides, base: Fact<string>, head: Fact<string>): readonly Difference[] {
  const { relator, direction } = sides;
  const ofText = (pattern: string) => ({ type: 'string', pattern });
  const meaning = compareMeaning(
    relator,
    sides.base.core,
    sides.head.core,
    ofText(base.value),
    ofText(head.value),
  );
  if (meaning.keepsAll === true && meaning.addsNothing === true) return [];
  const isKept = direction === 'request' ? meaning.keepsAll : meaning.addsNothing;
  return [
    {
      event: meaning.keepsAll === true ? 'pattern-generalized' : 'pattern-changed',
      base: siteOf(base),
      head: siteOf(head),
      args: { from: base.value, to: head.value },
      mayBreak: isKept !== true,
      goals: [goalOf(direction === 'request' ? head : base)],
      ...(isKept === null && meaning.reason !== null ? { unknown: meaning.reason } : {}),
    },
  ];
}

const CONTENT = [
  ['contentEncoding', 'content-encoding'],
  ['contentMediaType', 'content-media-type'],
] as const;

function contentDifferences({ base, head }: Sides): readonly Difference[] {
  const found: Difference[] = [];
  for (const [keyword, event] of CONTENT) {
    const [before] = base.core.annotations(keyword);
    const [after] = head.core.annotations(keyword);
    if (jsonEqual(before?.value ?? null, after?.value ?? null)) continue;
    found.push({
      event: `${event}-changed`,
      base: siteOf(before) ?? base.site,
      head: siteOf(after) ?? head.site,
      args: { from: written(before), to: written(after) },
      mayBreak: false,
    });
  }
  const [before] = base.core.annotations('contentSchema');
  const [after] = head.core.annotations('contentSchema');
  if (!jsonEqual(before?.value ?? null, after?.value ?? null)) {
    const event = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    found.push({
      event: `content-schema-${event}`,
      base: siteOf(before) ?? base.site,
      head: siteOf(after) ?? head.site,
      args: {},
      mayBreak: false,
    });
  }
  return found;
}

function written(fact: Fact<Json> | undefined): string {
  return fact === undefined ? 'plain text' : valueWords(fact.value);
}
