import { NULL } from '../json.ts';
import { isNothingBut } from './assertions.ts';
import { type CompiledShape, compiled } from './compiled.ts';

/** A shape taken apart into null and the rest, however null is spelled. */
export interface NullForm {
  readonly core: CompiledShape;
  readonly nullable: boolean;
  /** Whether the core is a branch beside one of null alone. */
  readonly isWrapped: boolean;
}

/**
 * `type: [X, "null"]` and `anyOf: [X, {type: "null"}]` say the same. A `oneOf` does too where X
 * doesn't take null itself: then null would fit both.
 */
export function nullForm(shape: CompiledShape): NullForm {
  // From the outside in, then from the inside out: schemas may be nested deeply.
  const around: CompiledShape[] = [];
  const seen = new Set([shape]);
  let core = shape;
  let form = forms.get(core);
  while (form === undefined) {
    const inner = unwrapped(core);
    if (inner === null || seen.has(inner)) form = { core, isWrapped: false, nullable: takesNull(core) };
    else {
      around.push(core);
      seen.add(inner);
      core = inner;
      form = forms.get(core);
    }
  }
  forms.set(core, form);
  const wrapped: NullForm = { core: form.core, isWrapped: true, nullable: true };
  for (const one of around) forms.set(one, wrapped);
  return around.length === 0 ? form : wrapped;
}

const forms = new WeakMap<CompiledShape, NullForm>();

function takesNull({ mask, values }: CompiledShape): boolean {
  return (mask & NULL) !== 0 && (values === null || values.includes(null));
}

function unwrapped(shape: CompiledShape): CompiledShape | null {
  const [group, ...others] = shape.groups;
  if (group === undefined || others.length > 0 || group.branches.length !== 2) return null;
  if (group.discriminator !== null || !saysNothingBeside(shape, group.keyword)) return null;
  const [a, b] = group.branches.map((branch) => compiled(branch.shape));
  if (a === undefined || b === undefined) return null;
  const core = isNullAlone(b) ? a : isNullAlone(a) ? b : null;
  return core === null || (group.keyword === 'oneOf' && (core.mask & NULL) !== 0) ? null : core;
}

function saysNothingBeside(shape: CompiledShape, keyword: string): boolean {
  return (
    shape.nothing === null &&
    shape.unresolved.length === 0 &&
    shape.sites.every(({ raw }) => isNothingBut(raw, keyword))
  );
}

function isNullAlone(shape: CompiledShape): boolean {
  return shape.mask === NULL && shape.values === null && !shape.branches && shape.nothing === null;
}

/** Whether nothing but its types and listed values decides whether a shape takes null. */
export function takesNullByType(shape: CompiledShape): boolean {
  return !shape.branches && shape.nothing === null && shape.unresolved.length === 0;
}
