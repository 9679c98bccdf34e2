import type { ApiResponse, MediaType } from './contract.ts';
import { lazy } from './lazy.ts';
import { entriesAt, type Look, schemaAt, textAt, textsAt } from './look.ts';
import { mediaTypesOf, swaggerMediaTypes } from './media-types.ts';
import { SWAGGER_DEFAULT_TYPE } from './request-body.ts';
import type { Site } from './site.ts';
import { headersOf } from './value-slots.ts';

/** The responses of an operation; ranges in upper case (`2XX`), unknown words left out. */
export function responsesOf(look: Look, operation: Site): readonly ApiResponse[] {
  return entriesAt(operation, 'responses').flatMap(([key, entry]) => {
    const status = key.toUpperCase();
    const site = look.follow(entry);
    if (site === null || !/^(?:\d{3}|\dXX|DEFAULT)$/.test(status)) return [];
    return [
      {
        status: status === 'DEFAULT' ? 'default' : status,
        site,
        headers: lazy(() => headersOf(look, site)),
        content: lazy(() =>
          look.isSwagger ? swaggerContent(look, operation, site) : mediaTypesOf(look, site),
        ),
        links: lazy(() =>
          entriesAt(site, 'links').flatMap(([name, link]) => {
            const target = look.follow(link);
            return target === null ? [] : [{ name, site: target }];
          }),
        ),
      },
    ];
  });
}

function swaggerContent(look: Look, operation: Site, response: Site): readonly MediaType[] {
  const schema = schemaAt(response, 'schema');
  if (schema === null) return [];
  const produces = textsAt(operation, 'produces') ?? textsAt(look.root, 'produces') ?? [];
  const names = produces.length === 0 ? [SWAGGER_DEFAULT_TYPE] : produces;
  return swaggerMediaTypes(names, response, textAt(schema, 'type') === 'file' ? fileSchema(schema) : schema);
}

/** Swagger 2.0's `type: file`, in the words that later versions have for it. */
function fileSchema(schema: Site): Site {
  return { ...schema, raw: { type: 'string', format: 'binary' } };
}
