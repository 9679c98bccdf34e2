import { createPairGraph, type Node } from '../../src/compare/explain/graph.ts';
import type { Direction } from '../../src/compare/finding.ts';
import type { Site } from '../../src/contract/site.ts';
import type { Json } from '../../src/read/document.ts';
import { relation } from '../relate/relation.ts';
import { COMMON } from './rows/row.ts';

/** Two schemas as a pair whose keywords are compared. */
export function pairOf(
  before: Json,
  after: Json,
  direction: Direction = 'request',
  isCleanPair: (base: Site, head: Site) => boolean = () => false,
): Node {
  const { relator, shape } = relation({ Subject: before, ...COMMON }, { Subject: after, ...COMMON });
  const graph = createPairGraph({ relator, isCleanPair });
  return graph.node(shape('base', direction), shape('head', direction), direction);
}
