import { changesOf } from './changes-of.ts';
import type { Row } from './rows/row.ts';

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
