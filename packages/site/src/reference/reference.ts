import type { DocumentSet } from '@xano-specs/openapi-diff';

import { cut } from '@xano-specs/report';
import { DESCRIPTION_LENGTH, NAME_LENGTH } from '../limits.ts';
import type {
  ReferenceBody,
  ReferenceMedia,
  ReferenceOperation,
  ReferenceParameter,
  ReferenceResponse,
} from '../page-data.ts';
import { at, entriesAt, followed, isObject, itemsAt, textAt } from './json.ts';
import type { Json } from './json-value.ts';
import { type DocumentOperation, operationsIn } from './operations.ts';
import { plainWords } from './plain-words.ts';
import { Schemas } from './schema.ts';

/** What a document says, as far as a reference shows it. */
export interface Reference {
  readonly description: string;
  readonly servers: readonly string[];
  readonly operations: readonly ReferenceOperation[];
  readonly schemas: readonly (readonly [ref: string, schema: Json])[];
}

/** The reference of a document of OpenAPI 3; of an older one its operations without their schemas. */
export function referenceOf({ root: { root } }: DocumentSet): Reference {
  const schemas = new Schemas(root);
  const ids = new Ids();
  const operations = operationsIn(root).map((operation) => ({
    id: ids.of(`${operation.method} ${operation.path}`),
    ...operationOf(root, operation, schemas),
  }));
  return {
    description: described(at(root, 'info')),
    servers: itemsAt(root, 'servers').map((server) => cut(textAt(server, 'url'), NAME_LENGTH)),
    operations,
    schemas: schemas.shared,
  };
}

function operationOf(
  root: Json,
  { method, path, value, parameters }: DocumentOperation,
  schemas: Schemas,
): Omit<ReferenceOperation, 'id'> {
  return {
    method,
    path: cut(path, NAME_LENGTH),
    summary: cut(textAt(value, 'summary'), NAME_LENGTH),
    description: described(value, textAt(value, 'summary')),
    tag: cut(firstText(itemsAt(value, 'tags')), NAME_LENGTH),
    deprecated: at(value, 'deprecated') === true,
    security: securityOf(root, value),
    parameters: parameters.map((one) => parameterOf(one, schemas)),
    body: bodyOf(followed(root, at(value, 'requestBody')), schemas),
    responses: entriesAt(value, 'responses').map(([status, one]) =>
      responseOf(status, followed(root, one), schemas),
    ),
  };
}

function described(value: Json | undefined, summary = ''): string {
  return plainWords(cut(textAt(value, 'description'), DESCRIPTION_LENGTH), summary);
}

function firstText(values: readonly Json[]): string {
  return values.find((value) => typeof value === 'string') ?? '';
}

function parameterOf(parameter: Json, schemas: Schemas): ReferenceParameter {
  // Swagger 2.0 writes the keywords of the schema beside the name.
  const [[, media] = []] = entriesAt(parameter, 'content');
  const schema = at(parameter, 'schema') ?? at(media, 'schema') ?? parameter;
  return {
    name: cut(textAt(parameter, 'name'), NAME_LENGTH),
    in: cut(textAt(parameter, 'in'), NAME_LENGTH),
    required: at(parameter, 'required') === true,
    deprecated: at(parameter, 'deprecated') === true,
    description: described(parameter),
    schema: schemas.take(schema),
  };
}

function bodyOf(body: Json | undefined, schemas: Schemas): ReferenceBody | null {
  if (!isObject(body)) return null;
  return {
    required: at(body, 'required') === true,
    description: described(body),
    content: mediaOf(body, schemas),
  };
}

function responseOf(status: string, response: Json | undefined, schemas: Schemas): ReferenceResponse {
  return {
    status: cut(status, NAME_LENGTH),
    description: described(response),
    content: mediaOf(response, schemas),
  };
}

function mediaOf(holder: Json | undefined, schemas: Schemas): ReferenceMedia[] {
  return entriesAt(holder, 'content').map(([type, media]) => {
    const schema = at(media, 'schema');
    return [cut(type, NAME_LENGTH), schema === undefined ? null : schemas.take(schema)];
  });
}

/** What a caller must show: each of the ways that suffice, by the names of its schemes. */
function securityOf(root: Json, operation: Json): string[] {
  const own = at(operation, 'security');
  const required = Array.isArray(own) ? own : itemsAt(root, 'security');
  return required.map((way: Json) =>
    isObject(way)
      ? Object.keys(way)
          .map((name) => cut(schemeName(root, name), NAME_LENGTH))
          .join(' + ')
      : '',
  );
}

function schemeName(root: Json, name: string): string {
  const scheme = followed(root, at(at(at(root, 'components'), 'securitySchemes'), name));
  const type = textAt(scheme, 'scheme') || textAt(scheme, 'type');
  return type === '' ? name : `${name} (${type})`;
}

/** Ids that an address can end with: letters, digits and hyphens, each given once. */
class Ids {
  readonly #met = new Map<string, number>();

  of(name: string): string {
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80);
    const times = (this.#met.get(plain) ?? 0) + 1;
    this.#met.set(plain, times);
    return times === 1 ? plain : `${plain}--${times}`;
  }
}
