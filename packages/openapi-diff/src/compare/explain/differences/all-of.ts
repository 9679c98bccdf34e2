import { valueAt } from '../../../contract/refs.ts';
import type { Site } from '../../../contract/site.ts';
import type { Json } from '../../../read/document.ts';
import { isArray, isObject } from '../../relate/json.ts';
import type { Shape } from '../../relate/shape.ts';
import type { Difference, Sides } from '../difference.ts';

/** Where a keyword came or went; one that came or went with a whole part of `allOf` is told as that part. */
export function placed(
  { base, head }: Sides,
  site: Site,
  came: boolean,
  event: string,
): Pick<Difference, 'event' | 'base' | 'head'> {
  const isPart = partsOf(base.core).length !== partsOf(head.core).length && isPartOfAllOf(site);
  return {
    event: isPart ? `all-of-${came ? 'added' : 'removed'}` : event,
    base: came ? base.site : site,
    head: came ? site : head.site,
  };
}

function isPartOfAllOf({ parent }: Site): boolean {
  return parent?.key === 'allOf';
}

function partsOf({ sites }: Shape): readonly Json[] {
  return sites.flatMap((site) => {
    const parts = valueAt(site, 'allOf');
    return isArray(parts) ? parts : [];
  });
}

/** Keywords that say nothing of values. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'example',
  'examples',
  '$comment',
  'externalDocs',
]);

/** Parts of `allOf` that came or went and only annotate. */
export function annotatingParts({ base, head }: Sides): readonly Difference[] {
  const before = partsOf(base.core).filter(isAnnotation).length;
  const after = partsOf(head.core).filter(isAnnotation).length;
  if (before === after) return [];
  return [
    {
      event: `all-of-${after > before ? 'added' : 'removed'}-annotation-only`,
      base: base.site,
      head: head.site,
      args: {},
      mayBreak: false,
    },
  ];
}

function isAnnotation(part: Json): boolean {
  return isObject(part) && Object.keys(part).every((key) => ANNOTATIONS.has(key) || key.startsWith('x-'));
}
