import { describe, expect, test } from '@jest/globals';
import { releaseNotes, releaseProblem } from '../scripts/release-notes.ts';
import { text } from './repository.ts';

const LOG =
  '# Change log\n\n## Unreleased\n\n- c\n\n## 1.2.0 – 2026-11-25\n\n- a\n\n## 1.1.0\n\n- b\n\n## 1.0.0\n';

describe('the notes of a release', () => {
  test('given a version, then they are its section and no other', () => {
    expect(releaseNotes(LOG, '1.2.0')).toBe('- a');
    expect(releaseNotes(LOG, '1.1.0')).toBe('- b');
    expect(releaseNotes(LOG, '1.2')).toBeNull();
  });

  test.each([
    ['v1.2.0', '1.2.0', null],
    ['v1.2.0', '1.1.0', 'The tag says 1.2.0, and packages/cli/package.json says 1.1.0.'],
    ['v1.3.0', '1.3.0', 'CHANGELOG.md has no section "## 1.3.0".'],
    ['v1.0.0', '1.0.0', 'The section "## 1.0.0" of CHANGELOG.md is empty.'],
    ['1.2.0', '1.2.0', '"1.2.0" is no tag of a release: it has to be v1.2.3.'],
    ['v1.2.0-rc.1', '1.2.0', '"v1.2.0-rc.1" is no tag of a release: it has to be v1.2.3.'],
  ])('given the tag %s and the package at %s, then the problem is %j', (tag, version, problem) => {
    expect(releaseProblem(tag, version, LOG)).toBe(problem);
  });

  test('given the package as it is, then its change log has what a release of it would need', () => {
    const { version } = JSON.parse(text('packages/cli/package.json')) as { version: string };
    expect(releaseProblem(`v${version}`, version, text('CHANGELOG.md'))).toBeNull();
  });

  // npm takes a package with provenance only from the repository that it names, to the letter.
  // https://docs.npmjs.com/trusted-publishers
  test('given the package as it is, then it names the repository that it is published from', () => {
    const { repository } = JSON.parse(text('packages/cli/package.json')) as { repository?: unknown };
    expect(repository).toEqual({
      type: 'git',
      url: 'git+https://github.com/xano-specs/xano-specs.git',
      directory: 'packages/cli',
    });
  });
});
