import { readFileSync } from 'node:fs';
import { changesOf } from './changes-of.ts';
import type { Row } from './rows/row.ts';

/**
 * The examples by the name of the row. They are small, and nothing in them is there by chance:
 * an example that becomes longer or stranger is worse, even where it still proves the change.
 */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('rows/examples.json', import.meta.url), 'utf8'),
);

/**
 * The example that a report shows for each change of a row: where it is met, its id, and the value
 * with the side that takes it; where nothing is known, the reason.
 */
export async function shown([, before, after]: Row): Promise<readonly string[]> {
  const changes = await changesOf(before, after);
  return changes.flatMap(({ id, witness, proof, message, places: [place] }) => {
    if (proof === 'structural') return [];
    const example =
      witness === null
        ? `${proof}, ${message.replace(/^.*; /, '')}`
        : `${witness.acceptedBy} takes ${JSON.stringify(witness.value)}`;
    return [`${place?.direction} ${id}: ${example}`];
  });
}
