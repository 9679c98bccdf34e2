import type { ParameterIn, Serialisation } from './contract.ts';
import { flagAt, textAt } from './look.ts';
import { valueAt } from './refs.ts';
import type { Site } from './site.ts';

/** The style of a place where the document names none (OpenAPI 3.2, 4.12.2). */
function defaultStyle(place: ParameterIn): string {
  return place === 'query' || place === 'cookie' || place === 'querystring' ? 'form' : 'simple';
}

/** How OpenAPI 3 writes a parameter or header, defaults filled in. */
export function serialisationOf(site: Site, place: ParameterIn): Serialisation {
  const style = textAt(site, 'style') ?? defaultStyle(place);
  const explode = valueAt(site, 'explode');
  return {
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form' || style === 'cookie',
    allowReserved: flagAt(site, 'allowReserved'),
    allowEmptyValue: place === 'query' && flagAt(site, 'allowEmptyValue'),
  };
}

/** The OpenAPI 3 counterparts of Swagger 2.0's collection formats; `tsv` has none. */
const COLLECTION_STYLES: Readonly<Record<string, string>> = {
  ssv: 'spaceDelimited',
  pipes: 'pipeDelimited',
  tsv: 'tsv',
};

/** How Swagger 2.0 writes a parameter or header, in OpenAPI 3's words; `csv` is its default. */
export function swaggerSerialisationOf(site: Site, place: ParameterIn): Serialisation {
  const format = textAt(site, 'collectionFormat') ?? 'csv';
  const style = Object.hasOwn(COLLECTION_STYLES, format) ? COLLECTION_STYLES[format] : undefined;
  return {
    style: style ?? defaultStyle(place),
    explode: format === 'multi',
    allowReserved: false,
    allowEmptyValue: place === 'query' && flagAt(site, 'allowEmptyValue'),
  };
}
