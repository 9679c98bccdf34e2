import { describe, expect, test } from '@jest/globals';
import { repositoryFiles, text } from './repository.ts';

/**
 * Paths that exist on one machine alone: the home folders of Linux, macOS and Windows, the
 * temporary folder, and the folder in which much work is done. A path inside a URL, or a
 * longer path, is none.
 */
const MACHINE_PATH =
  /(?<![\w.:/{}*$-])(?:[/](?:home|Users)[/][\w.-]+[/]|[/](?:root|tmp|work)[/]\w|[A-Z]:\\+Users\\)/;

/** Where packages come from is the machine's business: a registry or a mirror that is named here binds everyone to it. */
const REGISTRY = /https?:[/][/][^\s/"']*(?:registry|artifactory|nexus|verdaccio)[^\s/"']*/i;

/** What must never be published. Each begins as its issuer makes it begin; the key of AWS’s documentation is none. */
const SECRET =
  /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,}|npm_[A-Za-z0-9]{36}|AKIA(?!\w*EXAMPLE)[0-9A-Z]{16})\b|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?:\\n|\s)+[A-Za-z0-9+/]{60}/;

function filesWith(pattern: RegExp): string[] {
  return repositoryFiles().flatMap((file) => {
    const found = pattern.exec(text(file))?.[0];
    return found === undefined ? [] : [`${file}: ${found}`];
  });
}

describe('what a commit publishes', () => {
  test('given every file, then no path of a machine stands in it', () => {
    expect(filesWith(MACHINE_PATH)).toStrictEqual([]);
  });

  test('given every file, then no host of a package registry stands in it', () => {
    expect(filesWith(REGISTRY)).toStrictEqual([]);
  });

  test('given the lock file, then every package is named by its integrity and none by an address', () => {
    expect(text('pnpm-lock.yaml')).not.toMatch(/tarball:|https?:\/\/\S+\.tgz/);
  });

  test('given every file, then no credential stands in it', () => {
    expect(filesWith(SECRET)).toStrictEqual([]);
  });

  test.each([
    ['a home folder', ['', 'home', 'ada', 'x'].join('/'), MACHINE_PATH],
    ['a home folder on macOS', `"${['', 'Users', 'ada', 'x'].join('/')}"`, MACHINE_PATH],
    ['a temporary file', `(${['', 'tmp', 'x'].join('/')})`, MACHINE_PATH],
    ['a folder on Windows', ['C:', 'Users', 'ada'].join('\\'), MACHINE_PATH],
    ['a registry', ['https:', '', 'registry.example.com', 'x'].join('/'), REGISTRY],
    ['a token', `token: ${'ghp'}_${'a'.repeat(36)}`, SECRET],
  ])('given %s, then the search would find it', (_, sample, pattern) => {
    expect(sample).toMatch(pattern);
  });

  test.each(['https://example.com/home/ada/x', './home/ada/x', '/homes/ada', '/work', 'a/tmp/x'])(
    'given %s, then the search lets it be',
    (sample) => {
      expect(sample).not.toMatch(MACHINE_PATH);
    },
  );
});
