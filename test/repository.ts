/** The files of this repository and its workspaces, as the rules' tests read them. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A workspace: a package, an action or the bench. */
export interface Workspace {
  /** Its folder from the root, for example `packages/core`. */
  readonly folder: string;
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** Gives every workspace that others could import, or that imports others. */
export function workspaces(): Workspace[] {
  return globSync(['packages/*/package.json', 'actions/*/package.json', 'bench/package.json'], { cwd: ROOT })
    .sort()
    .map((file) => {
      const read = JSON.parse(text(file)) as {
        name: string;
        dependencies?: Record<string, string>;
        devDependencies?: Record<string, string>;
      };
      return {
        folder: dirname(file).replaceAll('\\', '/'),
        name: read.name,
        dependencies: Object.keys(read.dependencies ?? {}),
        devDependencies: Object.keys(read.devDependencies ?? {}),
      };
    });
}

/** Gives the TypeScript files below a folder, by their paths from the root; what a script has written is none. */
export function sourcesBelow(folder: string): string[] {
  return globSync('**/*.{ts,tsx}', {
    cwd: join(ROOT, folder),
    exclude: ['**/node_modules', '**/dist', '**/*.generated.ts'],
  })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort();
}

/** Gives the files that git tracks or would track: what a commit can publish. */
export function repositoryFiles(): string[] {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (listed.status !== 0) throw new Error(`git could not list the files: ${listed.stderr}`);
  return [...new Set(listed.stdout.split('\0'))].filter((file) => file !== '');
}

/** Gives the text of a file, by its path from the root. */
export function text(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
