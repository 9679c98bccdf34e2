import { directionOf, SCHEMA_PLACES, type SchemaPlace } from '../compare/explain/schema-place.ts';
import type { Direction, Ruling } from '../compare/finding.ts';
import type { Json, JsonObject } from '../read/document.ts';
import type { Level } from '../report/report.ts';
import { type Area, type Check, defineCheck, type Example, type Levels } from './check.ts';
import { exampleOperation, jsonContent } from './example.ts';
import type { Law } from './law.ts';
import type { Words } from './words.ts';

/**
 * What an event does to the set of values: fewer, more, some of each, or the same. With the
 * direction of the place it says whether the event usually breaks.
 */
export type Effect = 'narrows' | 'widens' | 'either' | 'none';

/** Where listed levels differ from ours, for some of the places of a family. */
export interface FamilyDifference {
  readonly at: readonly SchemaPlace[];
  readonly listed: Level;
  readonly why: string;
}

/** A change of a schema that means the same wherever the schema stands. */
export interface SchemaEvent {
  /** The second half of the ids, and the name of the page. */
  readonly event: string;
  readonly area: Area;
  readonly effect: Effect;
  /** What happened, as a clause: "the upper bound was lowered". */
  readonly meaning: string;
  readonly cause: (words: Words) => string;
  readonly because?: (words: Words) => string;
  /** The schema before and after; a page shows these two. */
  readonly example: { readonly before: JsonObject | boolean; readonly after: JsonObject | boolean };
  /** All of {@link SCHEMA_PLACES} where it is left out. */
  readonly places?: readonly SchemaPlace[];
  /** For an id that isn't just place and event. */
  readonly id?: (place: SchemaPlace) => string;
  readonly law?: Law;
  readonly levels?: (direction: Direction) => Partial<Levels>;
  readonly differs?: readonly FamilyDifference[];
  /** Where the example's parameter travels; the query where it is left out. */
  readonly parameterIn?: 'header';
  /** Settings that the example needs. */
  readonly policy?: JsonObject;
}

const WHERE: Readonly<Record<SchemaPlace, string>> = {
  'request-body': 'a request body',
  'request-property': 'a part of a request body',
  'request-parameter': 'a parameter',
  'request-parameter-property': 'a part of a parameter',
  'response-body': 'a response body',
  'response-property': 'a part of a response body',
  'response-header': 'a response header',
};

/** The checks of a family: one for each place that its event has a meaning at. */
export function schemaFamily(event: SchemaEvent): readonly Check[] {
  return (event.places ?? SCHEMA_PLACES).map((place) => {
    const direction = directionOf(place);
    const differs = event.differs?.find(({ at }) => at.includes(place));
    return defineCheck({
      id: event.id?.(place) ?? `${place}-${event.event}`,
      page: event.event,
      area: event.area,
      meaning: `In ${WHERE[place]}, ${event.meaning}.`,
      law: event.law ?? (event.effect === 'none' ? 'annotation' : `${direction}s`),
      usual: usualRuling(event.effect, direction),
      ...(event.levels === undefined ? {} : { levels: event.levels(direction) }),
      ...(differs === undefined ? {} : { differs: { listed: differs.listed, why: differs.why } }),
      cause: event.cause,
      ...(event.because === undefined ? {} : { because: event.because }),
      example: () => exampleAt(place, event),
    });
  });
}

function usualRuling(effect: Effect, direction: Direction): Ruling {
  if (effect === 'none') return 'safe';
  if (effect === 'either') return 'breaking';
  return (effect === 'narrows') === (direction === 'request') ? 'breaking' : 'safe';
}

function exampleAt(place: SchemaPlace, { example, policy, parameterIn }: SchemaEvent): Example {
  return {
    before: documentAt(place, example.before, parameterIn),
    after: documentAt(place, example.after, parameterIn),
    shown: { ...example, where: `the schema of ${WHERE[place]}` },
    ...(policy === undefined ? {} : { policy }),
  };
}

/** A document of 3.1 in which a schema stands at a place. */
export function documentAt(place: SchemaPlace, schema: Json, parameterIn: string = 'query'): JsonObject {
  const property: JsonObject = { type: 'object', properties: { value: schema } };
  switch (place) {
    case 'request-body':
      return exampleOperation({ requestBody: { required: true, content: jsonContent(schema) } });
    case 'request-property':
      return exampleOperation({ requestBody: { required: true, content: jsonContent(property) } });
    case 'request-parameter':
      return exampleOperation({ parameters: [{ name: 'value', in: parameterIn, schema }] });
    case 'request-parameter-property':
      return exampleOperation({
        parameters: [{ name: 'filter', in: 'query', style: 'deepObject', explode: true, schema: property }],
      });
    case 'response-body':
      return exampleOperation({
        responses: { '200': { description: 'Done', content: jsonContent(schema) } },
      });
    case 'response-property':
      return exampleOperation({
        responses: { '200': { description: 'Done', content: jsonContent(property) } },
      });
    case 'response-header':
      return exampleOperation({
        responses: { '200': { description: 'Done', headers: { 'X-Value': { schema } } } },
      });
  }
}
