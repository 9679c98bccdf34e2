/**
 * Makes one ES module of an entry and everything it imports.
 *
 * usage: node scripts/bundle.ts ENTRY OUTFILE [--split]
 *
 * With --split, what is imported on demand becomes files of their own beside OUTFILE, so
 * that a command loads only what it runs. The folder must hold nothing else: it is emptied.
 *
 * Two facts shape the options. An ES module bundle of CommonJS packages dies at start
 * without a `require`, so the banner makes one. And @actions/github and
 * @actions/http-client each bring an undici of their own: pointing all of them to ours
 * halves the bundle, which is downloaded on every run of an action.
 */

import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

const [entry, outfile, flag] = process.argv.slice(2);
if (entry === undefined || outfile === undefined) {
  console.error('usage: node scripts/bundle.ts ENTRY OUTFILE [--split]');
  process.exit(2);
}

/** The undici that the package of the entry depends on, or undefined where it needs none. */
function ownUndici(): string | undefined {
  try {
    return dirname(createRequire(resolve('package.json')).resolve('undici/package.json'));
  } catch {
    return undefined;
  }
}

/**
 * zod's error messages in fifty languages, which nothing here speaks but English: a quarter
 * of a megabyte that esbuild can't drop by itself, since zod exports them as one object.
 */
const englishOnly: Plugin = {
  name: 'english-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/**
 * What undici brings along and nothing here can reach, in its folder lib: mocks, an experimental
 * parser of HTTP that an environment variable would switch on and which is therefore fixed below,
 * web sockets, events and cookies, caches, pools that balance, proxies that are neither http nor
 * https, which both clients refuse, and of the parser of HTTP the build that needs SIMD: undici
 * takes the one that runs everywhere where that is missing.
 */
const UNREACHED = [
  'milo/',
  'mock/',
  'cache/',
  'web/(?:cookies|eventsource|websocket)/',
  'interceptor/(?:cache|deduplicate|dns|dump|redirect|response-error|retry)',
  'handler/(?:cache|deduplication)',
  'dispatcher/(?:balanced-pool|h2c-client|retry-agent|round-robin-pool|socks5)',
  'llhttp/llhttp_simd',
].map((path) => path.replaceAll('/', '[\\\\/]'));

const reachableUndici: Plugin = {
  name: 'reachable-undici',
  setup: ({ onLoad }) => {
    onLoad({ filter: new RegExp(`[\\\\/]undici[\\\\/]lib[\\\\/](?:${UNREACHED.join('|')})`) }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};

const undici = ownUndici();
const isSplit = flag === '--split';
if (isSplit) rmSync(dirname(outfile), { recursive: true, force: true });
const result = await build({
  entryPoints: isSplit ? [{ in: entry, out: basename(outfile, '.js') }] : [entry],
  ...(isSplit ? { outdir: dirname(outfile), splitting: true } : { outfile }),
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  absWorkingDir: process.cwd(),
  plugins: [englishOnly, reachableUndici],
  define: { 'process.env.UNDICI_USE_MILO': '"0"' },
  ...(undici === undefined ? {} : { alias: { undici } }),
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
const files = Object.keys(result.metafile.outputs).map((file) => readFileSync(file));
const kilobytes = (sizes: readonly number[]) =>
  (sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(0);
console.log(
  `${outfile}: ${kilobytes(files.map(({ length }) => length))} kB, ${kilobytes(files.map((file) => gzipSync(file).length))} kB gzipped, from ${Object.keys(result.metafile.inputs).length} files`,
);
