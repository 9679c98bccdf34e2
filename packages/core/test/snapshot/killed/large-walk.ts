import type { FetchOutcome } from '../../../src/fetch/outcome.ts';
import { documentOutcome, type GroupSpec, listings } from '../account.ts';

export type Variant = 'a' | 'b';

const GROUPS = 200;

/**
 * A walk through an account of some hundred groups, in one of two states that differ in
 * all that a run can do: texts, names, groups that exist in one of them only.
 */
export function largeWalk(variant: Variant): FetchOutcome[] {
  const specs = Array.from({ length: GROUPS }, (_, index): GroupSpec => {
    const id = index + 1;
    const name = id % 7 === 0 ? `Group ${id} ${variant}` : `Group ${id}`;
    return { id, name, workspace: id % 5, instance: `instance-${id % 3}` };
  }).filter(({ id }) => id % 60 !== (variant === 'a' ? 1 : 2));
  return [
    ...listings(specs),
    ...specs.map((spec) => {
      const text = spec.id % 2 === 0 ? 'the same in both' : `state ${variant}`;
      return documentOutcome(spec, `${spec.id}: ${text} `.repeat(200));
    }),
  ];
}
