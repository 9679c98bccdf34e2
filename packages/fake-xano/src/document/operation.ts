import type { FakeColumn, FakeEndpoint, FakeTable } from '../account/model.ts';
import { columnSchema, columnsOf, propertiesOf, type Schema, shapeSchema } from './schema.ts';

/** The statuses besides 200 that every operation of every Xano document lists, in Xano's words. */
const OTHER_RESPONSES: Readonly<Record<string, { readonly description: string }>> = {
  400: { description: 'Input Error. Check the request payload for issues.' },
  401: { description: 'Unauthorized' },
  403: { description: 'Access denied. Additional privileges are needed access the requested resource.' },
  404: { description: 'Not Found. The requested resource does not exist.' },
  429: { description: 'Rate Limited. Too many requests.' },
  500: { description: 'Unexpected error' },
};

/**
 * Gives the operation of an endpoint as Xano writes it. `title` is the title of the
 * document, which is part of every `operationId`; null leaves the ids out, as documents
 * from before 2026 do.
 */
export function operation(
  endpoint: FakeEndpoint,
  tables: readonly FakeTable[],
  title: string | null,
): Schema {
  const inputs = endpoint.inputs.flatMap((input) =>
    'table' in input ? tableInputs(input, tables) : [input],
  );
  const inPath = inputs.filter((input) => endpoint.path.includes(`{${input.name}}`));
  const others = inputs.filter((input) => !inPath.includes(input));
  const inQuery = endpoint.verb === 'GET' ? others : [];
  const inBody = endpoint.verb === 'GET' ? [] : others;
  const tag = endpoint.path.split('/')[1] ?? '';
  return {
    summary: endpoint.summary,
    description: `${endpoint.summary}\n<br /><br />\n<b>Authentication:</b> ${endpoint.authenticated ? 'required' : 'not required'}`,
    ...(title === null ? {} : { operationId: `${title}${endpoint.path}|${endpoint.verb}` }),
    tags: [tag],
    security: endpoint.authenticated ? [{ bearerAuth: [] }] : [],
    parameters: [
      ...inPath.map((input) => parameter(input, 'path')),
      ...inQuery.map((input) => parameter(input, 'query')),
    ],
    responses: {
      200: {
        description: 'Success!',
        content: { 'application/json': { schema: shapeSchema(endpoint.answer, tables) } },
      },
      ...OTHER_RESPONSES,
    },
    ...(inBody.length === 0 ? {} : { requestBody: requestBody(inBody) }),
  };
}

function tableInputs(
  input: { table: string; omit: string[]; optional?: boolean },
  tables: readonly FakeTable[],
): FakeColumn[] {
  return columnsOf(tables, input.table)
    .filter((column) => !input.omit.includes(column.name))
    .map(({ default: _, required, ...column }) =>
      required && !input.optional ? { ...column, required } : column,
    );
}

function parameter(input: FakeColumn, place: 'path' | 'query'): Schema {
  const { description, ...schema } = columnSchema(input);
  return {
    name: input.name,
    in: place,
    description: description ?? '',
    required: place === 'path' || input.required === true,
    schema,
  };
}

/** The same schema twice, as JSON and as a form; a file can be sent by the form alone. */
function requestBody(inputs: readonly FakeColumn[]): Schema {
  const withoutFiles = inputs.filter((input) => input.type !== 'file');
  return {
    content: {
      'application/json': { schema: bodySchema(withoutFiles) },
      'multipart/form-data': { schema: bodySchema(inputs) },
    },
  };
}

function bodySchema(inputs: readonly FakeColumn[]): Schema {
  const required = inputs.filter((input) => input.required).map((input) => input.name);
  return {
    type: 'object',
    properties: propertiesOf(inputs),
    ...(required.length === 0 ? {} : { required }),
  };
}
