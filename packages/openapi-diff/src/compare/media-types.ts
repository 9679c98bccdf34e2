import type { MediaType } from '../contract/contract.ts';
import type { Site } from '../contract/site.ts';
import { matchMediaTypes } from '../match/media-types.ts';
import type { CompareContext } from './context.ts';
import { compareEncoding } from './encoding.ts';
import type { Place } from './finding.ts';

/** The content of a body on both sides. */
export interface ContentPair {
  readonly base: readonly MediaType[];
  readonly head: readonly MediaType[];
  readonly place: Place;
  /**
   * Whether the receiver of a response names the media types that it takes (`Accept`), so
   * that a further one doesn't come unasked. A webhook's user has no such say.
   */
  readonly isNegotiated: boolean;
  /** The line that shows a media type in a message: `POST /orders` or `HTTP 200`. */
  readonly line: string;
}

/** The media types of a body and the schemas of what they carry. */
export function compareContent(context: CompareContext, pair: ContentPair): void {
  const { place } = pair;
  const isRequest = place.direction === 'request';
  const prefix = isRequest ? 'request-body-media-type' : 'response-media-type';
  const { pairs, removed, added } = matchMediaTypes(pair.base, pair.head);
  const example = ({ name }: MediaType) => `${pair.line} (Content-Type: ${name})`;
  for (const media of removed) {
    const isBreaking = isRequest || pair.isNegotiated;
    context.emit({
      id: `${prefix}-removed`,
      ruling: isBreaking ? 'breaking' : 'safe',
      place,
      base: media.site,
      args: { mediaType: media.name, example: example(media) },
    });
  }
  for (const media of added) {
    const isBreaking = !isRequest && !pair.isNegotiated;
    context.emit({
      id: `${prefix}-added`,
      ruling: isBreaking ? 'breaking' : 'safe',
      place,
      head: media.site,
      args: { mediaType: media.name, example: example(media) },
    });
  }
  for (const { base, head, relation } of pairs) {
    if (relation !== 'same') {
      const isWider = relation === 'generalised';
      context.emit({
        id: `${prefix}-name-${isWider ? 'generalized' : 'specialized'}`,
        ruling: isWider === isRequest ? 'safe' : 'breaking',
        place,
        base: base.site,
        head: head.site,
        args: { from: base.name, to: head.name, example: example(isRequest ? base : head) },
        cause: [base.name, head.name],
      });
    }
    compareSchemas(context, place, base, head);
    compareEncoding(context, place, base, head);
  }
}

function compareSchemas(context: CompareContext, place: Place, base: MediaType, head: MediaType): void {
  for (const key of ['schema', 'itemSchema'] as const) {
    const before = base[key];
    const after = head[key];
    if (before !== null && after !== null)
      context.emitAll(context.explain({ base: before, head: after, place }));
    else if (saysAnything(before ?? after)) schemaCameOrWent(context, place, base, head, after !== null);
  }
}

/** A media type without a schema carries anything: a schema that comes narrows it, one that goes widens it. */
function schemaCameOrWent(
  context: CompareContext,
  place: Place,
  base: MediaType,
  head: MediaType,
  came: boolean,
): void {
  const isRequest = place.direction === 'request';
  context.emit({
    id: `${isRequest ? 'request' : 'response'}-body-media-type-schema-${came ? 'added' : 'removed'}`,
    ruling: came === isRequest ? 'breaking' : 'safe',
    place,
    base: base.site,
    head: head.site,
    args: { mediaType: head.name },
  });
}

/** Keywords that a schema can consist of without saying what it describes. */
const SILENT = new Set(['title', 'description', 'example', 'examples', 'default', 'deprecated', '$comment']);

/** Whether a schema leaves anything out; `true`, `{}` and words alone don't. */
function saysAnything(schema: Site | null): boolean {
  if (schema === null || schema.raw === true) return false;
  if (schema.raw === null || typeof schema.raw !== 'object') return true;
  return Object.keys(schema.raw).some((key) => !SILENT.has(key) && !key.startsWith('x-'));
}
