import type { Direction, PathStep, Place } from '../finding.ts';

/** The first half of an id about a schema: the kind of message, and whether all of it or a part changed. */
export type SchemaPlace =
  | 'request-body'
  | 'request-property'
  | 'request-parameter'
  | 'request-parameter-property'
  | 'response-body'
  | 'response-property'
  | 'response-header';

/** Every place that a schema can stand at. */
export const SCHEMA_PLACES: readonly SchemaPlace[] = [
  'request-body',
  'request-property',
  'request-parameter',
  'request-parameter-property',
  'response-body',
  'response-property',
  'response-header',
];

/** The direction that a place's values travel in. */
export function directionOf(place: SchemaPlace): Direction {
  return place.startsWith('request') ? 'request' : 'response';
}

/**
 * The place that a finding at a path counts for. What a webhook or callback receives and
 * answers is named after its direction as the user sees it: its parameters arrive, like
 * headers of a response; the headers of its answer are sent, like parameters.
 */
export function schemaPlaceOf(place: Place, path: readonly PathStep[]): SchemaPlace {
  const whole = path.length === 0;
  const single = place.kind === 'request-parameter' || place.kind === 'response-header';
  if (place.direction === 'response') {
    if (single) return 'response-header';
    return whole ? 'response-body' : 'response-property';
  }
  if (single) return whole ? 'request-parameter' : 'request-parameter-property';
  return whole ? 'request-body' : 'request-property';
}
