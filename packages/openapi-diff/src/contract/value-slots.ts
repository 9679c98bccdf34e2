import type { Header, ParameterIn, ValueSlot } from './contract.ts';
import { entriesAt, flagAt, type Look, schemaAt } from './look.ts';
import { mediaTypesOf } from './media-types.ts';
import { serialisationOf, swaggerSerialisationOf } from './serialisation.ts';
import type { Site } from './site.ts';

/** The common half of a parameter and a header. */
export function valueSlot(look: Look, name: string, site: Site, place: ParameterIn): ValueSlot {
  const common = { name, site, required: flagAt(site, 'required'), deprecated: flagAt(site, 'deprecated') };
  if (look.isSwagger) {
    // The object itself is the schema; the few documents that put one under `schema` mean that.
    const schema = schemaAt(site, 'schema') ?? site;
    return { ...common, schema, content: null, serialisation: swaggerSerialisationOf(site, place) };
  }
  const [content] = mediaTypesOf(look, site);
  return {
    ...common,
    schema: content === undefined ? schemaAt(site, 'schema') : content.schema,
    content: content ?? null,
    serialisation: serialisationOf(site, place),
  };
}

/**
 * The headers of a response. `Content-Type` is left out: OpenAPI ignores it there, since the
 * media types say it.
 */
export function headersOf(look: Look, response: Site): readonly Header[] {
  return entriesAt(response, 'headers', { extensions: true }).flatMap(([name, entry]) => {
    const site = look.follow(entry);
    if (site === null || name.toLowerCase() === 'content-type') return [];
    return [valueSlot(look, name, site, 'header')];
  });
}
