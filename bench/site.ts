/**
 * The site of 1,000 API groups with 50 versions each, by the built command: everything, then after
 * one group has changed, then with nothing new. Prints time, memory and size.
 *
 * usage: npm run build && npm run bench -- site [--groups 1000] [--versions 50] [--commits 500]
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { changeOne, writeHistory } from './site-history.ts';

const { values } = parseArgs({
  options: {
    groups: { type: 'string', default: '1000' },
    versions: { type: 'string', default: '50' },
    commits: { type: 'string', default: '500' },
  },
});
const life = {
  groups: Number(values.groups),
  versions: Number(values.versions),
  commits: Number(values.commits),
};
const BUILT = fileURLToPath(new URL('../packages/cli/', import.meta.url));

/** An incremental build after one changed group takes at most this share of a full one. */
const MOST = 0.05;

const folder = mkdtempSync(join(tmpdir(), 'bench-site-'));
const COMMAND = join(folder, 'bin/xano-specs.js');
// A copy, so that a build of the command meanwhile is not taken for another version of it.
for (const part of ['bin', 'dist', 'package.json'])
  cpSync(join(BUILT, part), join(folder, part), { recursive: true });
const peak = join(folder, 'peak');
const hook = join(folder, 'peak.mjs');
writeFileSync(
  hook,
  `import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));\n`,
);
const repository = join(folder, 'repository');
mkdirSync(repository);

/** Runs the command, and gives how long it took. */
function built(what: string): number {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', hook, COMMAND, 'site', '--json'],
    { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(stderr);
  const { groups, files, troubles } = JSON.parse(stdout) as {
    groups: { built: number };
    files: { written: number };
    troubles: readonly string[];
  };
  const memory = Math.round(Number(readFileSync(peak, 'utf8')) / 1024);
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${memory} MB; ${groups.built} groups built, ${files.written} files written, ${troubles.length} troubles`,
  );
  return seconds;
}

/** The largest part of the search index; the search page where it holds all. */
function largestShard(): string {
  const size = (path: string) => statSync(join(repository, 'site', path)).size;
  const shards = globSync('search/*.json', { cwd: join(repository, 'site') });
  return shards.sort((a, b) => size(b) - size(a))[0] ?? 'search.html';
}

try {
  spawnSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: repository });
  await writeHistory(repository, life);
  console.log(`${life.groups} groups × ${life.versions} versions in ${life.commits} commits`);
  const full = built('everything');
  const files = globSync('**/*', { cwd: join(repository, 'site') }).map((path) =>
    statSync(join(repository, 'site', path)),
  );
  const plain = files.filter((file) => file.isFile());
  const bytes = plain.reduce((sum, { size }) => sum + size, 0);
  console.log(`size: ${plain.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
  for (const path of ['index.html', 'search.html', largestShard()]) {
    const text = readFileSync(join(repository, 'site', path));
    const kilobytes = (buffer: Buffer) => Math.round(buffer.length / 1000);
    console.log(`  ${path}: ${kilobytes(text)} kB, ${kilobytes(gzipSync(text))} kB gzipped`);
  }
  await changeOne(repository, life);
  const one = built('after one changed group');
  built('with nothing new');
  const ratio = one / full;
  console.log(
    `one changed group takes ${(ratio * 100).toFixed(1)} % of everything; at most ${MOST * 100} % are allowed`,
  );
  process.exitCode = ratio <= MOST ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
