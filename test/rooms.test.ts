import { describe, expect, test } from '@jest/globals';
import { importsBelow } from './imports.ts';
import { sourcesBelow, text } from './repository.ts';

function imported(folder: string, refused: readonly RegExp[]): string[] {
  return importsBelow(`${folder}/src`)
    .filter(({ specifier }) => refused.some((name) => name.test(specifier)))
    .map(({ file, specifier }) => `${file} imports ${specifier}`);
}

/** The places of a pattern in the code of packages, comments left out. */
function written(packages: readonly string[], pattern: RegExp): string[] {
  return packages
    .flatMap((name) => sourcesBelow(`packages/${name}/src`))
    .flatMap((file) => {
      const code = text(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      const found = pattern.exec(code)?.[0];
      return found === undefined ? [] : [`${file}: ${found}`];
    });
}

const LIBRARIES = ['core', 'openapi-diff', 'github', 'report'];

describe('what a package must not know', () => {
  test('given the engine, then it reaches no file, no network, no process and no service', () => {
    const edges = [
      /^node:(fs|http|https|http2|net|tls|dgram|dns|child_process|worker_threads)/,
      /^undici/,
      /octokit|@actions\//,
    ];

    expect(imported('packages/openapi-diff', edges)).toStrictEqual([]);
    expect(written(['openapi-diff'], /\bfetch\(|\bnew WebSocket\b/)).toStrictEqual([]);
  });

  test('given the engine, then neither the clock nor chance has a say', () => {
    const pattern =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bperformance\./;

    expect(written(['openapi-diff'], pattern)).toStrictEqual([]);
  });

  test('given core, then it knows neither GitHub nor git', () => {
    expect(imported('packages/core', [/octokit|@actions\//, /^node:child_process/])).toStrictEqual([]);
  });

  test('given the site, then it reaches no file, no git and no clock: the same history gives the same bytes', () => {
    expect(imported('packages/site', [/^node:(?!crypto$)/])).toStrictEqual([]);
    expect(written(['site'], /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b/)).toStrictEqual(
      [],
    );
  });

  test('given a package, then the environment, the arguments, the output and the exit are its caller’s', () => {
    const pattern = /\bprocess\.(env|exit|argv|stdin|stdout|stderr)\b|\bconsole\./;

    expect(written(LIBRARIES, pattern)).toStrictEqual([]);
  });

  test('given a package, then no text from outside can become code', () => {
    expect(imported('packages/core', [/^node:vm/])).toStrictEqual([]);
    expect(imported('packages/openapi-diff', [/^node:vm/])).toStrictEqual([]);
    expect(written(LIBRARIES, /\beval\(|\bnew Function\b/)).toStrictEqual([]);
  });

  test('given the pages of reports, then they reach no file and no network, and no text becomes markup in them', () => {
    const sinks = /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bdangerouslySet/;

    expect(imported('packages/report', [/^node:(?!crypto)/, /^undici/])).toStrictEqual([]);
    expect(written(['report'], /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/)).toStrictEqual([]);
    expect(written(['report'], sinks)).toStrictEqual([]);
  });

  test('given the search, then it finds what stands in code and not what stands in a comment', () => {
    expect(written(['fake-xano'], /\brandomBytes\b/)).toStrictEqual([
      'packages/fake-xano/src/credentials/shapes.ts: randomBytes',
    ]);
    expect(written(['fake-xano'], /INFERRED: 403/)).toStrictEqual([]);
  });
});
