/** Source of what is expected: documents that Xano generated, as the reference on its APIs describes them. */
import { describe, expect, test } from '@jest/globals';
import { bookShop, column, type FakeColumn } from '../src/index.ts';
import { answerOf, documents, operationOf, operations, schemasIn } from './documents.ts';
import { instanceOf } from './places.ts';

describe('a document as Xano generates it', () => {
  test('given any group, then version, key order, one server and empty components are Xano’s', async () => {
    for (const document of await documents()) {
      expect(Object.keys(document)).toStrictEqual(['openapi', 'info', 'servers', 'components', 'paths']);
      expect(document).toMatchObject({ openapi: '3.0.0', info: { version: '0.0.1' } });
      expect(document.components.schemas).toStrictEqual({});
      expect(document.servers).toStrictEqual([
        { url: expect.stringMatching(/^https:\/\/[\w.-]+\/api:[\w-]+$/) },
      ]);
    }
  });

  test('given any group, then no $ref, no combined schema and no extension stands in it', async () => {
    const text = JSON.stringify(await documents());

    expect(text).not.toMatch(/"(\$ref|oneOf|anyOf|allOf|x-[^"]*)":/);
  });

  test('given any operation, then it lists seven statuses and 200 alone has content', async () => {
    for (const { operation } of await operations()) {
      const { 200: success, ...others } = operation.responses;
      expect(Object.keys(operation.responses)).toStrictEqual([
        '200',
        '400',
        '401',
        '403',
        '404',
        '429',
        '500',
      ]);
      expect(Object.keys(success?.content ?? {})).toStrictEqual(['application/json']);
      for (const other of Object.values(others)) expect(other.content).toBeUndefined();
    }
  });

  test('given any answer, then nothing in it is required and no password shows', async () => {
    const answers = (await operations()).flatMap((placed) => schemasIn(answerOf(placed)));

    expect(answers.length).toBeGreaterThan(100);
    for (const schema of answers) {
      expect(schema.required).toBeUndefined();
      expect(Object.keys(schema.properties ?? {})).not.toContain('password');
    }
  });

  test('given the shop, then about a fifth of the answers are empty objects', async () => {
    const answers = (await operations()).map(answerOf);
    const empty = answers.filter(({ properties }) => properties && Object.keys(properties).length === 0);

    expect(empty.length / answers.length).toBeGreaterThan(0.1);
    expect(empty.length / answers.length).toBeLessThan(0.3);
  });

  test('given any default, then it is text, whatever the type', async () => {
    const schemas = (await operations()).flatMap((placed) => [
      ...schemasIn(answerOf(placed)),
      ...placed.operation.parameters.flatMap(({ schema }) => schemasIn(schema)),
      ...Object.values(placed.operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        schemasIn(schema),
      ),
    ]);
    const defaults = schemas.filter((schema) => 'default' in schema);

    expect(new Set(defaults.map(({ type }) => type))).toEqual(
      new Set(['array', 'boolean', 'integer', 'number', 'string']),
    );
    for (const schema of defaults) expect(typeof schema.default).toBe('string');
  });

  test('given any operation, then its id is title, path and verb with a bar; before 2026 there is none', async () => {
    const now = await operations();
    for (const { path, verb, title, operation } of now) {
      expect(operation.operationId).toBe(`${title}${path}|${verb.toUpperCase()}`);
    }
    const before = await operations({ operationIds: false });

    expect(before).toHaveLength(now.length);
    expect(JSON.stringify(before)).not.toContain('operationId');
  });

  test('given any operation, then its description and its security say the same of authentication', async () => {
    const all = await operations();
    for (const { operation } of all) {
      const required = operation.description.endsWith('<b>Authentication:</b> required');
      expect(operation.description).toMatch(/\n<br \/><br \/>\n<b>Authentication:<\/b> (not )?required$/);
      expect(operation.security).toStrictEqual(required ? [{ bearerAuth: [] }] : []);
    }
    expect(new Set(all.map(({ operation }) => operation.security.length))).toEqual(new Set([0, 1]));
  });

  test('given a body, then the same schema stands there as JSON and as a form, and required stands in it', async () => {
    const { requestBody } = await operationOf({
      verb: 'POST',
      inputs: [
        column('thing_id', 'int'),
        column('title', 'text', { required: true }),
        column('note', 'text'),
      ],
    });
    const schema = { type: 'object', properties: { title: {}, note: {} }, required: ['title'] };

    expect(Object.keys(requestBody?.content ?? {})).toStrictEqual([
      'application/json',
      'multipart/form-data',
    ]);
    expect(requestBody?.content['application/json']).toMatchObject({ schema });
    expect(requestBody?.content['multipart/form-data']).toStrictEqual(
      requestBody?.content['application/json'],
    );
  });

  test('given a file, then the form alone takes it', async () => {
    const { requestBody } = await operationOf({
      verb: 'POST',
      inputs: [column('image', 'file', { required: true }), column('note', 'text')],
    });
    const json = requestBody?.content['application/json']?.schema;
    const form = requestBody?.content['multipart/form-data']?.schema;

    expect(Object.keys(json?.properties ?? {})).toStrictEqual(['note']);
    expect(form?.properties?.image).toMatchObject({ type: 'string', format: 'binary' });
    expect(form?.required).toStrictEqual(['image']);
  });

  test('given a DELETE with inputs, then it has a body; given a GET, then they stand in the query', async () => {
    const inputs = [column('thing_id', 'int'), column('reason', 'text')];
    const deleted = await operationOf({ verb: 'DELETE', inputs });
    const got = await operationOf({ verb: 'GET', inputs });

    expect(deleted.parameters.map(({ name }) => name)).toStrictEqual(['thing_id']);
    expect(deleted.requestBody?.content['application/json']?.schema.properties).toHaveProperty('reason');
    expect(got.parameters).toMatchObject([
      { name: 'thing_id', in: 'path', required: true },
      { name: 'reason', in: 'query', required: false },
    ]);
    expect(got.requestBody).toBeUndefined();
  });

  test('given the shop, then it holds what readers stumble over: an undeclared parameter, `/` at the end, `_0`', async () => {
    const all = await operations();
    const undeclared = all.filter(({ path, operation }) =>
      [...path.matchAll(/\{(\w+)\}/g)].some(
        ([, name]) => !operation.parameters.some((parameter) => parameter.name === name),
      ),
    );

    expect(undeclared.map(({ path }) => path)).toContain('/review/{id}');
    expect(all.some(({ path }) => path.endsWith('/'))).toBe(true);
    expect(all.some(({ path }) => path.endsWith('_0'))).toBe(true);
  });

  const columns: [FakeColumn, object][] = [
    [column('c', 'int'), { type: 'integer', format: 'int64', description: '' }],
    [column('c', 'decimal', { nullable: true }), { type: 'number', description: '', nullable: true }],
    [column('c', 'timestamp', { default: 'now' }), { type: 'number', format: 'timestamptz', default: 'now' }],
    [column('c', 'bool', { default: 'false' }), { type: 'boolean', default: 'false' }],
    [column('c', 'enum', { values: ['a', 'b'] }), { type: 'string', enum: ['a', 'b'] }],
    [
      column('c', 'text', { list: true, minItems: 1, maxItems: 3, default: '[]' }),
      { type: 'array', items: { type: 'string', description: '' }, minItems: 1, maxItems: 3, default: '[]' },
    ],
    [column('c', 'image'), { type: 'object', properties: { access: { enum: ['public', 'private'] } } }],
    [column('c', 'json'), { type: 'object' }],
  ];
  test.each(columns)('given the column %j, then its schema is Xano’s', async (field, expected) => {
    const operation = await operationOf({ verb: 'GET', answer: { kind: 'object', fields: [field] } });

    expect(operation.responses[200]?.content?.['application/json']?.schema.properties?.c).toMatchObject(
      expected,
    );
  });

  test('given leaks are asked for, then an e-mail address and a signed link stand in the documents', async () => {
    const clean = JSON.stringify(await documents());
    const leaky = JSON.stringify(await documents({ account: bookShop({ leaks: true }) }));

    expect(clean).not.toMatch(/@[\w.-]+\.example|X-Amz-Signature/);
    expect(leaky).toContain('"default":"grace.hopper@book-marketplace.example"');
    expect(leaky).toContain('?X-Amz-Signature=');
  });

  test('given one account and one setting, when it is started twice, then the documents are the same', async () => {
    expect(await documents()).toStrictEqual(await documents());
    expect(instanceOf(bookShop())).toStrictEqual(instanceOf(bookShop()));
  });
});
