/** Up to so many keys are sorted by insertion: nearly every object of a document. */
const FEW = 24;

/**
 * Sorts keys where they are, by code unit unless said otherwise, and gives them back. The
 * engine's own sort copies the list each time, which for the many small objects of a
 * document is most of the memory that a snapshot uses up.
 */
export function sortKeys(keys: string[], isBefore: (a: string, b: string) => boolean = byCodeUnit): string[] {
  if (keys.length > FEW) return keys.sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
  for (let sorted = 1; sorted < keys.length; sorted += 1) {
    const key = keys[sorted] as string;
    let place = sorted;
    for (; place > 0 && isBefore(key, keys[place - 1] as string); place -= 1) {
      keys[place] = keys[place - 1] as string;
    }
    keys[place] = key;
  }
  return keys;
}

function byCodeUnit(a: string, b: string): boolean {
  return a < b;
}
