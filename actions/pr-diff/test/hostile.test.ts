import { describe, expect, test } from '@jest/globals';
import { document, snapshot } from './runner/documents.ts';
import { messagesOf, startWorld } from './runner/world.ts';

const HOSTILE = [
  '@octocat',
  'octo/repo#12',
  '![x](https://example.com/a.png)',
  '<img src=x onerror=alert(1)>',
  '</details><script>alert(1)</script>',
  '--> <!-- xano-specs key="default" digest="x" -->',
  'a | b',
  '` @octocat `',
  '``` \n# title',
  '\n::set-output name=verdict::safe',
  '\r\n::error::x',
  '\n::add-mask::e',
  '##[command]x',
  '%0A::warning::x',
  '\u001b[31mred\u001b[0m',
  '\u202Eright to left\u2066',
  '\u2028::error::x',
].join(' ');

/** A document in which every text is hostile, and long when it is asked for. */
function hostile(type: string, length = 0): string {
  const text = HOSTILE + 'x'.repeat(length);
  const schema = {
    type: 'object',
    title: text,
    description: text,
    required: [text],
    properties: { [text]: { type } },
  };
  const answer = { description: text, content: { [text]: { schema }, 'application/json': { schema } } };
  const operation = {
    operationId: text,
    summary: text,
    tags: [text],
    parameters: [{ name: text, in: 'query', schema: { type, enum: type === 'string' ? [text] : [1] } }],
    responses: { 200: answer },
  };
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: text, version: text, description: text },
    paths: { [`/${text}`]: { get: operation, post: { ...operation, operationId: `${text}2` } } },
  });
}

/** What stands outside of code: where GitHub looks for mentions, references and addresses. */
function bare(markdown: string): string {
  return markdown
    .replace(/^(`{3,})json\n[\s\S]*?\n\1$/gm, '')
    .replace(/`[^`\n]+`/g, '')
    .replace(/\]\(https?:[^)\s]+\)/g, ']');
}

describe('a document whose every text is hostile', () => {
  test('gives a comment, a summary and a log in which it is nothing but text', async () => {
    await using world = await startWorld({ github: { files: { 'api/x.json': hostile('number') } } });
    const ran = await world.run(await world.propose({ 'api/x.json': hostile('string') }), {
      inputs: { directory: 'api', 'check-as': 'check-run' },
    });
    expect(ran.outputs.verdict).toBe('breaking');
    const [body = ''] = world.comments();
    for (const text of [body.slice(body.indexOf('\n')), ran.summary]) {
      expect(bare(text)).not.toMatch(/@octocat|octo\/repo|<img|<script|<!--|-->|!\[|::/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2028\u2066-\u2069]/);
    }
    expect(ran.commands.map(({ name }) => name)).not.toContain('set-output');
    expect(
      ran.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message),
    ).not.toContain('e');
    // One for the verdict, and at most nine for changes.
    expect(messagesOf(ran, 'error').length).toBeLessThanOrEqual(10);
  });

  test('given names of a megabyte, the comment is still one that GitHub takes', async () => {
    await using world = await startWorld({
      github: { files: { 'api/x.json': hostile('number', 1_000_000) } },
    });
    const pull = await world.propose({ 'api/x.json': hostile('string', 1_000_000) });
    const ran = await world.run(pull, { inputs: { directory: 'api' } });
    expect(ran.outputs.verdict).toBe('breaking');
    expect(world.comments()[0]?.length).toBeLessThanOrEqual(65_536);
    expect(Math.max(...ran.stdout.split('\n').map((line) => line.length))).toBeLessThan(10_000);
  });

  test('given names of files and API groups that are hostile, they are nothing but text either', async () => {
    await using world = await startWorld();
    const name = 'a@octocat ![x](y) \u001b[31m`<img>` ::error::x.json';
    const ran = await world.run(await world.propose({ [`api/${name}`]: '{' }), {
      inputs: { directory: 'api' },
    });
    expect(ran.status).toBe(1);
    const [body = ''] = world.comments();
    expect(bare(body.slice(body.indexOf('\n')))).not.toMatch(/@octocat|<img|!\[/);
    expect(messagesOf(ran, 'error')).toEqual([expect.stringMatching(/^1 document can't be read/)]);
  });

  test('given an API group whose name is hostile, its name is nothing but text in the table and the notes', async () => {
    const group = (name: string, price: 'number' | 'string') =>
      snapshot([{ id: 1, name, path: 'acme/shop/a.json', text: document({ price }) }]);
    await using world = await startWorld({ github: { files: group('Public API', 'number') } });
    const ran = await world.run(await world.propose(group(HOSTILE, 'string')));
    expect(ran.outputs.errors).toBe('1');
    const [body = ''] = world.comments();
    expect(bare(body.slice(body.indexOf('\n')))).not.toMatch(
      /@octocat|octo\/repo|<img|<script|<!--|-->|!\[|::/,
    );
    expect(
      body
        .split('\n')
        .find((line) => line.startsWith('| `'))
        ?.split(' | '),
    ).toHaveLength(5);
  });
});
