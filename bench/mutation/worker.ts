/**
 * Runs the tests of a bundle in this process, once for each mutant that the parent names,
 * and answers with the first test that noticed. The parent ends it where it hangs.
 */
import type { Case } from './harness.ts';

interface Suite {
  readonly cases: readonly Case[];
}

/** What the parent sends: the baseline, or a mutant with the tests that reach it. */
export type Task =
  | { readonly kind: 'baseline' }
  | { readonly kind: 'mutant'; readonly id: number; readonly tests: readonly number[] };

/** What it answers. */
export type Answer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'baseline';
      readonly names: readonly string[];
      /** The tests that fail without a mutant. */
      readonly failed: readonly number[];
      readonly reached: readonly (readonly number[])[];
      readonly times: readonly number[];
    }
  | { readonly kind: 'mutant'; readonly id: number; readonly killer: string | null };

let active = -1;
let reached: Set<number> | null = null;
Object.assign(globalThis, {
  __mutant: (id: number): boolean => {
    reached?.add(id);
    return id === active;
  },
});

const [, , bundle = ''] = process.argv;
const { cases } = (await import(bundle)) as Suite;

const answer = (message: Answer): boolean => process.send?.(message) ?? false;

async function baseline(): Promise<Answer> {
  const failed: number[] = [];
  const all: number[][] = [];
  const times: number[] = [];
  for (const [index, { run }] of cases.entries()) {
    reached = new Set();
    const start = performance.now();
    try {
      await run();
    } catch {
      failed.push(index);
    }
    times.push(performance.now() - start);
    all.push([...reached]);
  }
  reached = null;
  return { kind: 'baseline', names: cases.map(({ name }) => name), failed, reached: all, times };
}

async function mutant(id: number, tests: readonly number[]): Promise<Answer> {
  active = id;
  try {
    for (const index of tests) {
      const found = cases[index];
      if (found === undefined) continue;
      try {
        await found.run();
      } catch {
        return { kind: 'mutant', id, killer: found.name };
      }
    }
    return { kind: 'mutant', id, killer: null };
  } finally {
    active = -1;
  }
}

process.on('message', async (task: Task) => {
  answer(task.kind === 'baseline' ? await baseline() : await mutant(task.id, task.tests));
});
answer({ kind: 'ready' });
