import type { KeyedShape } from '../shape.ts';
import type { KeyedSite } from './objects.ts';
import type { ShapeStore } from './store.ts';

/** A schema under a key, as a shape. */
export function keyedShape(store: ShapeStore, { key, keyword, schema, site }: KeyedSite): KeyedShape {
  return { key, keyword, shape: store.join([schema]), site };
}
