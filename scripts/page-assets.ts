/**
 * Makes one script and one style of each page's components, and writes them as strings into a
 * file that is committed: so the packages that render pages need no build of their own, run from
 * their sources, and ship the page in their bundles.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

/** A page: the name of its constant, and the entries of its code. */
export interface PageSource {
  readonly constant: string;
  readonly script: string;
  readonly style: string;
}

/** What is made of which sources. */
export interface AssetsPlan {
  /** The folder of the entries. */
  readonly sources: URL;
  /** What runs before anything is shown: an entry in that folder, or an import. */
  readonly early: string;
  readonly pages: readonly PageSource[];
  /** The file that is written. */
  readonly target: URL;
  /** Where the type of the constants comes from, seen from that file. */
  readonly typeFrom: string;
}

/**
 * Makes the file, or with `--check` among the arguments of the process only says whether it is
 * up to date: it ends with 1 when it is not.
 */
export async function makeAssets({ sources, early, pages, target, typeFrom }: AssetsPlan): Promise<void> {
  const folder = fileURLToPath(sources);
  const head = await bundled(folder, early);
  const constants: string[] = [];
  for (const { constant, script, style } of pages) {
    const assets = {
      early: head,
      script: await bundled(folder, script),
      style: await bundled(folder, style),
    };
    constants.push(`export const ${constant}: PageAssets = ${JSON.stringify(assets, null, 2)};\n`);
  }
  const text = `/** Made by scripts/build-assets.ts from src/page; not to be edited. */
import type { PageAssets } from '${typeFrom}';

${constants.join('\n')}`;
  const current = readFileSync(target, { encoding: 'utf8', flag: 'a+' });
  if (process.argv.includes('--check')) {
    if (current !== text) {
      console.error('src/assets.generated.ts is out of date: run "npm run assets" in its package.');
      process.exitCode = 1;
    }
  } else if (current !== text) {
    writeFileSync(target, text);
  }
  console.log(`src/assets.generated.ts: ${(Buffer.byteLength(text) / 1000).toFixed(0)} kB`);
}

const OPTIONS: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  legalComments: 'none',
  charset: 'utf8',
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
};

/** The text of one entry. It may stand inside an element, which it must not end. */
async function bundled(folder: string, entry: string): Promise<string> {
  const target = entry.endsWith('.css') ? 'esnext' : 'es2022';
  const { outputFiles } = await build({ ...OPTIONS, absWorkingDir: folder, target, entryPoints: [entry] });
  const text = outputFiles?.[0]?.text.trimEnd() ?? '';
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${entry} holds the end of an element`);
  return text;
}
