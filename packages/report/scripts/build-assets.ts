/**
 * Makes one script and one style of each page's components, and writes them as strings into
 * `src/assets.generated.ts`, which is committed: so the packages that render pages need no
 * build of their own, run from their sources, and ship the page in their bundles.
 *
 * usage: node scripts/build-assets.ts [--check]
 *
 * With --check it writes nothing, and exits with 1 when what is committed is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

/** The pages: the names of their constants, and the entries of their code. */
const PAGES = [{ constant: 'REPORT_ASSETS', script: 'report.tsx', style: 'styles/report.css' }];

const SOURCES = fileURLToPath(new URL('../src/page/', import.meta.url));
const TARGET = new URL('../src/assets.generated.ts', import.meta.url);

const OPTIONS: BuildOptions = {
  absWorkingDir: SOURCES,
  bundle: true,
  minify: true,
  write: false,
  legalComments: 'none',
  charset: 'utf8',
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
};

/** The text of one entry. It stands inside an element, which it must not end. */
async function bundled(entry: string): Promise<string> {
  const target = entry.endsWith('.css') ? 'esnext' : 'es2022';
  const { outputFiles } = await build({ ...OPTIONS, target, entryPoints: [entry] });
  const text = outputFiles?.[0]?.text.trimEnd() ?? '';
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${entry} holds the end of an element`);
  return text;
}

const early = await bundled('early.ts');
const constants: string[] = [];
for (const { constant, script, style } of PAGES) {
  const assets = { early, script: await bundled(script), style: await bundled(style) };
  constants.push(`export const ${constant}: PageAssets = ${JSON.stringify(assets, null, 2)};\n`);
}
const text = `/** Made by scripts/build-assets.ts from src/page; not to be edited. */
import type { PageAssets } from './html/page-shell.ts';

${constants.join('\n')}`;

const current = readFileSync(TARGET, { encoding: 'utf8', flag: 'a+' });
if (process.argv.includes('--check')) {
  if (current !== text) {
    console.error('src/assets.generated.ts is out of date: run "npm run assets" in packages/report.');
    process.exit(1);
  }
} else if (current !== text) {
  writeFileSync(TARGET, text);
}
console.log(`src/assets.generated.ts: ${(Buffer.byteLength(text) / 1000).toFixed(0)} kB`);
