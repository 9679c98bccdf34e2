import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { instrument, type Mutant } from './mutants.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const PACKAGE = here('../../packages/openapi-diff');
/** Where bundles and what is known of them are kept. */
export const CACHE = here('../../node_modules/.cache/mutation');
const require = createRequire(join(PACKAGE, 'package.json'));

/** The tests that are asked; those of reading and rendering know nothing of what is compared. */
const TESTS =
  'test/{cases,classify,compare,contract,diff,explain,group,laws,match,pattern,relate,traps}/**/*.test.ts';
/** A cache that lives as long as its module. */
const MODULE_CACHE = /^const (\w+) = new (Map|WeakMap)<.*>\(\);$/gm;

const isMutated = (file: string) => /^src\/(?:compare|classify)\//.test(file);

/** Builds the mutants of what is bundled into it, and notes them. */
const mutating = (mutants: Mutant[], only: string): Plugin => ({
  name: 'mutating',
  setup(built) {
    built.onResolve({ filter: /^@jest\/globals$/ }, () => ({ path: here('harness.ts') }));
    built.onResolve({ filter: /^fast-check$/ }, ({ importer }) =>
      importer.endsWith('fewer-runs.ts')
        ? { path: require.resolve('fast-check'), external: true }
        : { path: here('fewer-runs.ts') },
    );
    built.onLoad({ filter: /packages\/openapi-diff\/.*\.ts$/ }, ({ path }) => {
      const file = relative(PACKAGE, path);
      // What one test leaves in a cache would answer the next, and hide the mutant from it.
      const text = readFileSync(path, 'utf8').replace(MODULE_CACHE, 'const $1 = __$2Cache();');
      if (isMutated(file) && file.includes(only)) {
        const made = instrument(file, text, mutants.length);
        mutants.push(...made.mutants);
        return { contents: `globalThis.__testFile = ${JSON.stringify(file)};${made.text}`, loader: 'ts' };
      }
      // A test finds its fixtures from where it stands, not from where the bundle does.
      const contents = `globalThis.__testFile = ${JSON.stringify(file)};${text}`
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.filename', JSON.stringify(path));
      return { contents, loader: 'ts' };
    });
  },
});

/** What the tests and the engine make together, with every mutant behind a switch. */
export interface Bundle {
  readonly suite: string;
  readonly mutants: readonly Mutant[];
}

/** @param only a part of the names of the files that are mutated */
export async function bundle(only: string): Promise<Bundle> {
  const mutants: Mutant[] = [];
  mkdirSync(CACHE, { recursive: true });
  const outfile = join(CACHE, `suite-${process.pid}.mjs`);
  const files = globSync(TESTS, { cwd: PACKAGE }).sort();
  await build({
    stdin: {
      contents: [
        ...files.map((file) => `import ${JSON.stringify(join(PACKAGE, file))};`),
        "export { cases } from '@jest/globals';",
      ].join('\n'),
      resolveDir: dirname(here('bundle.ts')),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
    // Packages stay outside: they are not what is tested, and loading them costs no mutant.
    plugins: [mutating(mutants, only)],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return { suite: outfile, mutants };
}
