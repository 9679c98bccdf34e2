/** `npm run demo`: the product in a few seconds, without an account and without the network. */
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { screenOn } from '../src/terminal/screen.ts';
import { play } from './play.ts';

const folder = await realpath(await mkdtemp(join(tmpdir(), 'xano-specs-demo-')));
await play({
  screen: screenOn(process.stdout, process.env),
  folder,
  shownFolder: folder,
  now: () => new Date(),
  version: manifest.version,
});
