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

/** A cache of a module, which can be emptied between two tests as if the module were loaded anew. */
class ModuleCache {
  readonly #make: () => Map<unknown, unknown>;
  #held: Map<unknown, unknown>;

  constructor(make: () => Map<unknown, unknown>) {
    this.#make = make;
    this.#held = make();
  }

  clear(): void {
    this.#held = this.#make();
  }

  get size(): number {
    return this.#held.size;
  }

  get(key: unknown): unknown {
    return this.#held.get(key);
  }

  has(key: unknown): boolean {
    return this.#held.has(key);
  }

  set(key: unknown, value: unknown): this {
    this.#held.set(key, value);
    return this;
  }

  delete(key: unknown): boolean {
    return this.#held.delete(key);
  }

  keys(): Iterable<unknown> {
    return this.#held.keys();
  }
}

const caches: ModuleCache[] = [];
function cacheOf(make: () => Map<unknown, unknown>): ModuleCache {
  const cache = new ModuleCache(make);
  caches.push(cache);
  return cache;
}

function emptyCaches(): void {
  for (const cache of caches) cache.clear();
}

Object.assign(globalThis, {
  __MapCache: () => cacheOf(() => new Map()),
  __WeakMapCache: () => cacheOf(() => new WeakMap() as unknown as Map<unknown, unknown>),
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
    emptyCaches();
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
      emptyCaches();
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
