/**
 * Prints the notes of a release, and fails when the tag, the version of the published package
 * and the change log don't agree: a tag that is wrong is seen before anything is published.
 *
 * usage: node scripts/release-notes.ts v1.2.3
 */
import { readFileSync } from 'node:fs';

/** The section of a version in a change log, without its heading; null when there is none. */
export function releaseNotes(changeLog: string, version: string): string | null {
  const sections = changeLog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/[\s–-]/, 1)[0] === version);
  return section === undefined ? null : section.slice(section.indexOf('\n') + 1).trim();
}

/** What keeps a tag from being released, or null. */
export function releaseProblem(tag: string, packageVersion: string, changeLog: string): string | null {
  const version = /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1];
  if (version === undefined) return `"${tag}" is no tag of a release: it has to be v1.2.3.`;
  if (version !== packageVersion) {
    return `The tag says ${version}, and packages/cli/package.json says ${packageVersion}.`;
  }
  const notes = releaseNotes(changeLog, version);
  if (notes === null) return `CHANGELOG.md has no section "## ${version}".`;
  return notes === '' ? `The section "## ${version}" of CHANGELOG.md is empty.` : null;
}

if (import.meta.main) {
  const tag = process.argv[2] ?? '';
  const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const { version } = JSON.parse(read('packages/cli/package.json')) as { version: string };
  const changeLog = read('CHANGELOG.md');
  const problem = releaseProblem(tag, version, changeLog);
  if (problem === null) console.log(releaseNotes(changeLog, version));
  else {
    console.error(problem);
    process.exitCode = 1;
  }
}
