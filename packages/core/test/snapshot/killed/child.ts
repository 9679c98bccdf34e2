/**
 * Takes a snapshot that is large enough to be killed in the middle of.
 *
 * usage: node child.ts DIRECTORY a|b
 *
 * Prints a line when the plan is made and publishing begins.
 */
import { takeSnapshot } from '../../../src/index.ts';
import { streamed } from '../account.ts';
import { largeWalk, type Variant } from './large-walk.ts';

const [directory = '', variant] = process.argv.slice(2);
await takeSnapshot({
  outcomes: streamed(largeWalk(variant as Variant)),
  directory,
  onPlan: () => {
    process.stdout.write('publishing\n');
  },
});
