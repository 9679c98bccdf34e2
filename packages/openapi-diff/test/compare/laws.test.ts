import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { structuralHash } from '../../src/compare/cause.ts';
import { compare } from '../../src/compare/compare.ts';
import type { ExplainSchemas } from '../../src/compare/context.ts';
import { resolveRef } from '../../src/contract/refs.ts';
import type { Site } from '../../src/contract/site.ts';
import type { DocumentSet, Json } from '../../src/read/document.ts';
import { inShort, read } from './compare-objects.ts';
import { type Draft, documents, operationsOf } from './documents.ts';

const RUNS = { numRuns: 1000 };

/** Finds schemas different that are written differently once their references are followed: stricter than the engine. */
function byText(base: DocumentSet, head: DocumentSet): ExplainSchemas {
  const resolved = (site: Site, documents: DocumentSet): Json =>
    JSON.parse(
      JSON.stringify(site.raw, (_, value) => {
        if (value === null || typeof value !== 'object' || typeof value.$ref !== 'string') return value;
        const target = resolveRef({ ...site, raw: value }, documents);
        return 'raw' in target ? target.raw : value;
      }),
    );
  return ({ base: one, head: other, place }) =>
    structuralHash(resolved(one, base)) === structuralHash(resolved(other, head))
      ? []
      : [
          {
            id: 'schema',
            ruling: 'breaking',
            place,
            path: [],
            base: one,
            head: other,
            args: {},
            witness: null,
            reason: null,
            cause: '',
          },
        ];
}

async function found(before: Draft, after: Draft): Promise<string[]> {
  const [base, head] = await Promise.all([read(before), read(after)]);
  return inShort(compare(base, head, { explain: byText(base, head) }));
}

/** The same document with its members in another order, at every level. */
function reordered(value: Draft): Draft {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reordered(child)]),
  );
}

function hoisted(document: Draft): Draft {
  const copy = structuredClone(document);
  for (const item of Object.values<Draft>(copy.paths)) {
    const all = Object.values<Draft>(item);
    const texts = all.map(
      (one) => new Set((one.parameters ?? []).map((parameter: Draft) => JSON.stringify(parameter))),
    );
    const shared = [...(texts[0] ?? [])].filter((text) => texts.every((set) => set.has(text)));
    for (const one of all) {
      one.parameters = (one.parameters ?? []).filter(
        (parameter: Draft) => !shared.includes(JSON.stringify(parameter)),
      );
    }
    item.parameters = shared.map((text) => JSON.parse(String(text)));
  }
  return copy;
}

function withRenamedVariables(document: Draft): Draft {
  const renamed = (text: string): string => text.replace(/\{(\w+)\}/g, '{my_$1}');
  const copy = structuredClone(document);
  copy.paths = Object.fromEntries(
    Object.entries<Draft>(copy.paths).map(([path, item]) => [renamed(path), item]),
  );
  for (const one of operationsOf(copy)) {
    for (const parameter of one.parameters ?? [])
      if (parameter.in === 'path') parameter.name = `my_${parameter.name}`;
  }
  return copy;
}

function withComponents(document: Draft): Draft {
  const copy = structuredClone(document);
  copy.components = { ...copy.components, parameters: {}, responses: {}, requestBodies: {}, headers: {} };
  let count = 0;
  const extract = (section: string, value: Draft): Draft => {
    count += 1;
    copy.components[section][`part${count}`] = value;
    return { $ref: `#/components/${section}/part${count}` };
  };
  for (const one of operationsOf(copy)) {
    if (one.parameters !== undefined)
      one.parameters = one.parameters.map((part: Draft) => extract('parameters', part));
    if (one.requestBody !== undefined) one.requestBody = extract('requestBodies', one.requestBody);
    for (const [status, response] of Object.entries<Draft>(one.responses)) {
      for (const [name, part] of Object.entries(response.headers))
        response.headers[name] = extract('headers', part);
      one.responses[status] = extract('responses', response);
    }
  }
  return copy;
}

function withRenamedComponents(document: Draft): Draft {
  const text = JSON.stringify(document)
    .replaceAll('#/components/schemas/', '#/components/schemas/My')
    .replaceAll('"key":', '"apiKey":')
    .replaceAll('"oauth":', '"login":');
  const copy = JSON.parse(text);
  copy.components.schemas = Object.fromEntries(
    Object.entries(copy.components.schemas).map(([name, schema]) => [`My${name}`, schema]),
  );
  return copy;
}

function withOwnSecurity(document: Draft): Draft {
  const { security, ...copy } = structuredClone(document);
  for (const one of operationsOf(copy)) one.security ??= security;
  return copy;
}

function withWords(document: Draft): Draft {
  const copy = structuredClone(document);
  for (const one of operationsOf(copy)) {
    one.description = 'Other words';
    one['x-internal'] = { note: 1 };
    for (const parameter of one.parameters ?? []) parameter.description = 'Other words';
  }
  return copy;
}

function withDefaults(document: Draft): Draft {
  const copy = structuredClone(document);
  for (const one of operationsOf(copy)) {
    for (const parameter of one.parameters ?? []) {
      const isQuery = parameter.in === 'query' || parameter.in === 'cookie';
      Object.assign(parameter, { style: isQuery ? 'form' : 'simple', explode: isQuery, deprecated: false });
    }
    one.deprecated ??= false;
  }
  copy.servers = [{ url: '/' }];
  return copy;
}

/** The same document, of which nothing can be skipped as clean: a dialect that says what was meant anyway. */
function unskipped(document: Draft): Draft {
  return { ...document, jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' };
}

const CHANGES_NOTHING: readonly (readonly [string, (document: Draft) => Draft])[] = [
  ['writing it again', (document) => structuredClone(document)],
  ['reordering members', reordered],
  ['hoisting parameters to the path', hoisted],
  ['renaming path parameters', withRenamedVariables],
  ['moving parts into components', withComponents],
  ['renaming components and security schemes', withRenamedComponents],
  ['writing the document security into each operation', withOwnSecurity],
  ['writing other words', withWords],
  ['writing out defaults', withDefaults],
  ['calling it 3.2', (document) => ({ ...document, openapi: '3.2.0' })],
];

describe('laws outside schemas', () => {
  test.each(CHANGES_NOTHING)('%s changes nothing', async (_, respell) => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const respelt = respell(document);
        expect(await found(unskipped(document), respelt)).toEqual([]);
        expect(await found(respelt, document)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('respelling both sides changes no finding', async () => {
    const respell = (document: Draft): Draft => reordered(hoisted(withComponents(document)));
    await fc.assert(
      fc.asyncProperty(documents, documents, async (before, after) => {
        const plain = (await found(before, after)).filter((line) => !line.startsWith('new-'));
        const respelt = (await found(respell(before), respell(after))).filter(
          (line) => !line.startsWith('new-'),
        );
        expect(respelt.sort()).toEqual(plain.sort());
      }),
      RUNS,
    );
  });

  test('skipping what is clean hides nothing', async () => {
    await fc.assert(
      fc.asyncProperty(documents, documents, fc.boolean(), async (before, other, half) => {
        const after = half
          ? { ...before, paths: { ...before.paths, '/orders': other.paths['/orders'] ?? {} } }
          : other;
        expect(await found(before, after)).toEqual(await found(before, unskipped(after)));
      }),
      RUNS,
    );
  });

  test('what is safe one way and safe the other way changed nothing that counts', async () => {
    await fc.assert(
      fc.asyncProperty(documents, documents, async (before, after) => {
        const removed = (lines: readonly string[]): number =>
          lines.filter((line) => line.startsWith('api-') && line.includes('removed-without')).length;
        const added = (lines: readonly string[]): number =>
          lines.filter((line) => line.startsWith('endpoint-added')).length;
        const there = await found(before, after);
        const back = await found(after, before);
        expect([removed(there), added(there)]).toEqual([added(back), removed(back)]);
      }),
      RUNS,
    );
  });
});
