import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { compare } from '../../src/compare/compare.ts';
import type { Finding, Witness } from '../../src/compare/finding.ts';
import type { Draft, DraftObject } from './documents.ts';
import { read } from './engine.ts';
import { isObject, mapObjects, objectAt } from './schemas.ts';

/** The schema that a finding's place stands for, in one of the documents that `documents.ts` makes. */
function schemaOf(document: DraftObject, { place }: Finding): Draft | undefined {
  const path = place.operation?.path ?? '';
  const method = place.operation?.method.toLowerCase() ?? '';
  const item = Object.entries(objectAt(document, 'paths')).find(
    ([template]) => abstract(template) === abstract(path),
  )?.[1];
  const operation = isObject(item) ? objectAt(item, method) : {};
  switch (place.kind) {
    case 'request-body':
      return objectAt(operation, 'requestBody', 'content', 'application/json').schema;
    case 'response-body':
      return objectAt(operation, 'responses', '200', 'content', 'application/json').schema;
    case 'response-header':
      return objectAt(operation, 'responses', '200', 'headers', 'X-Rate').schema;
    case 'request-parameter': {
      const parameters = Array.isArray(operation.parameters) ? operation.parameters.filter(isObject) : [];
      return parameters.find(({ name }) => place.label.includes(`\`${name}\``))?.schema;
    }
    default:
      return undefined;
  }
}

function abstract(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}

/** The schema in the spelling of JSON Schema 2020-12, with the document's components beside it. */
function asJsonSchema(schema: Draft, document: DraftObject): object {
  const whole = { components: objectAt(document, 'components'), allOf: [schema] };
  return mapObjects(whole, ({ nullable, ...object }) =>
    nullable === true && typeof object.type === 'string'
      ? {
          ...object,
          type: [object.type, 'null'],
          // `nullable` is meant for the enum too, though the letter of 3.0.3 has null listed.
          ...(Array.isArray(object.enum) ? { enum: [...object.enum, null] } : {}),
        }
      : object,
  ) as object;
}

/** What ajv makes of the value; it knows nothing of the engine. */
function accepts(schema: Draft, document: DraftObject, value: Witness['value']): boolean {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv);
  return ajv.validate(asJsonSchema(schema, document), value);
}

/** The document without what is left out of one direction: ajv knows no directions. */
function withoutAccess(document: DraftObject): DraftObject {
  return mapObjects(document, ({ readOnly: _, writeOnly: __, ...object }) => object) as DraftObject;
}

/** Every witness between two documents that ajv doesn't take on the one side and reject on the other, in words. */
export async function witnessProblems(before: DraftObject, after: DraftObject): Promise<string[]> {
  const [base, head] = [withoutAccess(before), withoutAccess(after)];
  const findings = compare(await read(base), await read(head), { promised: false });
  const problems: string[] = [];
  for (const finding of findings) {
    const { witness } = finding;
    // What was cut out of a larger value needn't be one itself.
    if (witness === null || witness.cut) continue;
    const [old, current] = [schemaOf(base, finding), schemaOf(head, finding)];
    if (old === undefined || current === undefined) continue;
    const [byBase, byHead] = [accepts(old, base, witness.value), accepts(current, head, witness.value)];
    if (byBase !== (witness.acceptedBy === 'base') || byHead !== (witness.acceptedBy === 'head')) {
      problems.push(
        `${finding.id}: ${JSON.stringify(witness)} is ${byBase ? 'taken' : 'rejected'} by base, ${byHead ? 'taken' : 'rejected'} by head`,
      );
    }
  }
  return problems;
}
