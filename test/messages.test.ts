import { describe, expect, test } from '@jest/globals';
import { repositoryFiles, text } from './repository.ts';

const SOURCES = repositoryFiles()
  .filter((file) => /^(?:actions\/[\w-]+|packages\/(?:core|github))\/src\/.*\.ts$/.test(file))
  .map(text)
  .join('\n');

/** The codes that a type names, read from its source, since a type leaves nothing at run time. */
const codesOf = (path: string) =>
  [...(/export type \w+Code =([\s\S]*?);\n/.exec(text(path))?.[1] ?? '').matchAll(/'([A-Z_]+)'/g)].map(
    ([, code = '']) => code,
  );

const TYPES = [
  'packages/core/src/http/request-error.ts',
  'packages/core/src/sources/configuration-error.ts',
  'packages/core/src/snapshot/errors.ts',
  'packages/core/src/shares/errors.ts',
  'packages/github/src/errors/github-error.ts',
  'actions/snapshot/src/errors.ts',
  'actions/pr-diff/src/errors.ts',
];

interface Row {
  readonly words: string;
  readonly code: string;
  readonly remedy: string;
}

const ROWS: readonly Row[] = text('docs/messages.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:the run says|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, words = '', code = '', , remedy = '']) => ({ words, code: code.replaceAll('`', ''), remedy }));

describe('the page about messages', () => {
  test.each(TYPES)('explains every code of %s, with what to do', (path) => {
    const codes = codesOf(path);
    expect(codes.length).toBeGreaterThan(0);
    const explained = new Set(ROWS.filter(({ remedy }) => remedy !== '').map(({ code }) => code));
    expect(codes.filter((code) => !explained.has(code))).toEqual([]);
  });

  test('explains every code that a result gets besides, and no code that there is not, each once', () => {
    // But for those that the system gives to a connection.
    const besides = [...SOURCES.matchAll(/\bcode: (.*'[A-Z_]+'.*)/g)]
      .filter(([, rest = '']) => !/'E[A-Z]+'/.test(rest))
      .flatMap(([, rest = '']) => [...rest.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code));
    const all = new Set([...TYPES.flatMap(codesOf), ...besides]);
    const explained = ROWS.map(({ code }) => code).filter((code) => code !== '');
    expect(explained.toSorted()).toEqual([...all].toSorted());
  });

  test('quotes words that the actions say', () => {
    const said = SOURCES.replaceAll(/\$\{MANIFEST_FILE\}/g, 'manifest.json').replaceAll("\\'", "'");
    const quoted = ROWS.flatMap(({ words }) =>
      [...words.matchAll(/_(.+?)_(?!\w)/g)].map(([, piece = '']) => piece),
    );
    expect(quoted.length).toBeGreaterThan(ROWS.length - 1);
    const pieces = quoted.flatMap((words) => words.split('…')).map((piece) => piece.trim());
    expect(pieces.filter((piece) => !said.includes(piece))).toEqual([]);
  });
});
