import type { Json } from '../read/document.ts';
import type { RequestBody } from './contract.ts';
import { lazy } from './lazy.ts';
import { flagAt, type Look, objectAt, schemaAt, textAt, textsAt } from './look.ts';
import { normaliseRange } from './media-range.ts';
import { mediaTypesOf, swaggerMediaTypes } from './media-types.ts';
import type { DeclaredParameter } from './parameters.ts';
import { pointerOf, type Site } from './site.ts';

/** The media type that is meant where a Swagger 2.0 document names none. */
export const SWAGGER_DEFAULT_TYPE = 'application/json';

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** The request body of an OpenAPI 3 operation, or null. */
export function requestBodyOf(look: Look, operation: Site): RequestBody | null {
  const entry = objectAt(operation, 'requestBody');
  const site = entry === null ? null : look.follow(entry);
  if (site === null) return null;
  return { site, required: flagAt(site, 'required'), content: lazy(() => mediaTypesOf(look, site)) };
}

/**
 * The request body that Swagger 2.0's `body` parameter, or its `formData` parameters taken
 * together, make; or null.
 */
export function swaggerRequestBodyOf(
  look: Look,
  declared: readonly DeclaredParameter[],
  operation: Site,
): RequestBody | null {
  const consumes = textsAt(operation, 'consumes') ?? textsAt(look.root, 'consumes') ?? [];
  const body = declared.find((parameter) => parameter.in === 'body');
  if (body !== undefined) {
    const names = consumes.length === 0 ? [SWAGGER_DEFAULT_TYPE] : consumes;
    return {
      site: body.site,
      required: flagAt(body.site, 'required'),
      content: lazy(() => swaggerMediaTypes(names, body.site, schemaAt(body.site, 'schema'))),
    };
  }
  const fields = declared.filter((parameter) => parameter.in === 'formData');
  const [first] = fields;
  if (first === undefined) return null;
  const holdsFile = fields.some(({ site }) => textAt(site, 'type') === 'file');
  const forms = consumes.filter((name) => FORM_TYPES.includes(normaliseRange(name)));
  const names =
    forms.length > 0 ? forms : [holdsFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'];
  return {
    site: operation,
    required: fields.some(({ site }) => flagAt(site, 'required')),
    content: lazy(() => swaggerMediaTypes(names, operation, formSchema(fields, operation))),
  };
}

/**
 * The object that the fields of a form make. It stands nowhere in the document; its
 * properties refer to the parameters, so that what is found in them has a place.
 */
function formSchema(fields: readonly DeclaredParameter[], operation: Site): Site {
  const property = ({ site }: DeclaredParameter): Json => {
    if (textAt(site, 'type') === 'file') return { type: 'string', format: 'binary' };
    const file = site.document === operation.document ? '' : site.document.uri;
    return { $ref: `${file}#${pointerOf(site).replaceAll('%', '%25')}` };
  };
  const raw: Json = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, property(field)])),
    required: fields.filter(({ site }) => flagAt(site, 'required')).map(({ name }) => name),
  };
  return { raw, document: operation.document, parent: operation, key: 'parameters' };
}
