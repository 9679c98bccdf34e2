import type { SpecDocument } from './document.ts';
import { locateJson } from './positions-json.ts';
import { locatePretty } from './positions-pretty.ts';
import { nearestPosition, type Position, wantedTree } from './positions-wanted.ts';

export type { Position } from './positions-wanted.ts';

/**
 * Where the values of these JSON pointers stand in the document's source: at the key for a
 * member of an object, at the value's first character for an item and for the root. A pointer
 * that leads nowhere gets the position of the nearest thing around it, so every pointer is in
 * the map. Positions are worked out here, for findings alone, so that reading a document
 * costs no more than parsing it.
 */
export async function locate(
  document: SpecDocument,
  pointers: readonly string[],
): Promise<Map<string, Position>> {
  const wanted = wantedTree(pointers);
  if (pointers.length > 0) {
    if (document.format === 'yaml') {
      const { locateYaml } = await import('./positions-yaml.ts');
      locateYaml(document, wanted);
    } else if (!locatePretty(document.text, document.root, wanted)) {
      locateJson(document.text, wanted);
    }
  }
  return new Map(pointers.map((pointer) => [pointer, nearestPosition(wanted, pointer)]));
}
