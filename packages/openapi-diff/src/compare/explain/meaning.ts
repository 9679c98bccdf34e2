import type { Site } from '../../contract/site.ts';
import type { JsonObject } from '../../read/document.ts';
import type { Direction } from '../finding.ts';
import type { Relator, Shape } from '../relate/shape.ts';

/** How the sets of two keywords lie to each other, alone and without what stands beside them. */
export interface Meaning {
  /** Whether everything before is still allowed; null where that can't be decided. */
  readonly keepsAll: boolean | null;
  /** Whether nothing joined; null where that can't be decided. */
  readonly addsNothing: boolean | null;
  /** Why one of them is null. */
  readonly reason: string | null;
}

/** A schema of our own making on one side, to ask the relator about a keyword alone. */
export function ownShape(relator: Relator, like: Shape, direction: Direction, raw: JsonObject): Shape {
  const document = like.sites[0]?.document;
  if (document === undefined) return like;
  const site: Site = { raw, document, parent: null, key: '' };
  return relator.shape(like.side, direction, site);
}

const known = new WeakMap<Relator, Map<string, Meaning>>();

/** Compares what two small schemas mean; each question is asked once. */
export function compareMeaning(
  relator: Relator,
  base: Shape,
  head: Shape,
  before: JsonObject,
  after: JsonObject,
): Meaning {
  let answers = known.get(relator);
  if (answers === undefined) {
    answers = new Map();
    known.set(relator, answers);
  }
  const key = JSON.stringify([before, after]);
  let meaning = answers.get(key);
  if (meaning === undefined) {
    const verdicts = (['request', 'response'] as const).map((direction) =>
      relator.relate(
        ownShape(relator, base, direction, before),
        ownShape(relator, head, direction, after),
        direction,
      ),
    );
    const [forward, backward] = verdicts.map(({ kind }) => (kind === 'undecided' ? null : kind === 'safe'));
    const undecided = verdicts.find((verdict) => verdict.kind === 'undecided');
    meaning = {
      keepsAll: forward ?? null,
      addsNothing: backward ?? null,
      reason: undecided?.kind === 'undecided' ? undecided.reason : null,
    };
    answers.set(key, meaning);
  }
  return meaning;
}
