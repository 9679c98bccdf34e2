import type { Parameter, ParameterIn } from './contract.ts';
import { itemsAt, type Look, textAt } from './look.ts';
import type { Site } from './site.ts';
import { variablesOf } from './template.ts';
import { valueSlot } from './value-slots.ts';

const PLACES: ReadonlySet<string> = new Set(['path', 'query', 'querystring', 'header', 'cookie']);

/** Header parameters that OpenAPI 3 tells to ignore: media types and security say them (3.2, 4.12.2.1). */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** What two parameters share when one overrides the other; header names know no case. */
export function parameterKey(place: string, name: string): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}

/** A parameter as declared: the object after its `$ref`s, and the level that it stands at. */
export interface DeclaredParameter {
  readonly site: Site;
  readonly name: string;
  readonly in: string;
  readonly declared: 'operation' | 'path';
}

/**
 * The parameters that hold for an operation: its own, and those of its path item that it
 * doesn't override. Of a name and place that one list holds twice, the first counts.
 */
export function declaredParameters(
  look: Look,
  operation: Site,
  pathItems: readonly Site[],
): readonly DeclaredParameter[] {
  const found = new Map<string, DeclaredParameter>();
  for (const owner of [operation, ...pathItems]) {
    for (const item of itemsAt(owner, 'parameters')) {
      const site = look.follow(item);
      if (site === null) continue;
      const name = textAt(site, 'name');
      const place = textAt(site, 'in');
      if (name === null || place === null) continue;
      // A body has a name of no meaning: there is only one.
      const key = place === 'body' ? 'body' : parameterKey(place, name);
      if (found.has(key)) continue;
      found.set(key, { site, name, in: place, declared: owner === operation ? 'operation' : 'path' });
    }
  }
  return [...found.values()];
}

/**
 * The effective parameters of an operation. A name in the path template that nothing
 * declares is a required string: documents of real generators leave it out. A path
 * parameter that the template doesn't hold can't be sent, and is left out.
 */
export function effectiveParameters(
  look: Look,
  declared: readonly DeclaredParameter[],
  operation: Site,
  path: string,
): readonly Parameter[] {
  const variables = variablesOf(path);
  const parameters: Parameter[] = [];
  for (const { site, name, in: place, declared: level } of declared) {
    if (!isPlace(place) || (place === 'path' && !variables.includes(name))) continue;
    if (!look.isSwagger && place === 'header' && IGNORED_HEADERS.has(name.toLowerCase())) continue;
    const slot = valueSlot(look, name, site, place);
    parameters.push({ ...slot, in: place, declared: level, required: slot.required || place === 'path' });
  }
  for (const name of new Set(variables)) {
    if (parameters.some((parameter) => parameter.in === 'path' && parameter.name === name)) continue;
    parameters.push(impliedParameter(name, operation));
  }
  return parameters;
}

function impliedParameter(name: string, operation: Site): Parameter {
  return {
    name,
    in: 'path',
    declared: 'implied',
    site: operation,
    required: true,
    deprecated: false,
    schema: { raw: { type: 'string' }, document: operation.document, parent: operation, key: 'parameters' },
    content: null,
    serialisation: { style: 'simple', explode: false, allowReserved: false, allowEmptyValue: false },
  };
}

function isPlace(place: string): place is ParameterIn {
  return PLACES.has(place);
}
