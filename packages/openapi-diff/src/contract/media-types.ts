import type { MediaType } from './contract.ts';
import { entriesAt, type Look, objectAt, schemaAt } from './look.ts';
import { normaliseRange } from './media-range.ts';
import type { Site } from './site.ts';

/** The media types under `content` of a body, response, parameter or header of OpenAPI 3. */
export function mediaTypesOf(look: Look, site: Site): readonly MediaType[] {
  return entriesAt(site, 'content').flatMap(([name, entry]) => {
    const media = look.follow(entry);
    if (media === null) return [];
    return [
      {
        range: normaliseRange(name),
        name,
        site: media,
        schema: schemaAt(media, 'schema'),
        itemSchema: schemaAt(media, 'itemSchema'),
        encoding: objectAt(media, 'encoding'),
      },
    ];
  });
}

/** The media types that Swagger 2.0 gives a schema: one for each name. */
export function swaggerMediaTypes(
  names: readonly string[],
  site: Site,
  schema: Site | null,
): readonly MediaType[] {
  return names.map((name) => ({
    range: normaliseRange(name),
    name,
    site,
    schema,
    itemSchema: null,
    encoding: null,
  }));
}
