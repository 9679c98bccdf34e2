/**
 * Plays the demo and draws what it prints: docs/demo.svg, the picture in the README.
 *
 * usage: node packages/cli/demo/record.ts [FILE]
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import picocolors from 'picocolors';
import { play } from './play.ts';
import { terminalSvg } from './terminal-svg.ts';

/** When it is played: a moment that never changes, so that neither does the picture. */
const RECORDED_AT = new Date('2026-11-24T09:30:00Z');

const COLUMNS = 120;

/** How many changes of the report the picture shows: the rest looks the same. */
const CHANGES_SHOWN = 4;

/** What the demo prints, with its colours. */
async function recording(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xano-specs-recording-'));
  const texts: string[] = [];
  try {
    await play({
      screen: {
        write: (text) => texts.push(text),
        isTerminal: false,
        columns: COLUMNS,
        colours: picocolors.createColors(true),
      },
      folder,
      shownFolder: 'a temporary folder',
      now: () => RECORDED_AT,
      version: '',
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return texts.join('');
}

/** The recording without the time that a clock that stands still can't tell, and with the first changes alone. */
function shortened(text: string): string {
  const blocks = text.replaceAll(' · 0.0 s', '').split('\n\n');
  const report = blocks.findIndex((block) => block.includes('xano-specs diff'));
  const verdict = blocks.findIndex((block) => /\d+ breaking changes?, /.test(block));
  const last = blocks[verdict]?.split('\n').at(-1) ?? '';
  const shown = blocks.slice(0, report + CHANGES_SHOWN);
  return `${[...shown, '…', last].join('\n\n')}\n`.replace(/^\n/, '');
}

const target = resolve(process.argv[2] ?? join(import.meta.dirname, '..', '..', '..', 'docs', 'demo.svg'));
await writeFile(target, terminalSvg(shortened(await recording()), 'npm run demo', COLUMNS));
console.log(`The demo is drawn in ${target}.`);
