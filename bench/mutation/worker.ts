/**
 * Runs the tests of a bundle in this process, once for each mutant that the parent names,
 * and answers with the first test that noticed. A mutant of what runs when a module is loaded
 * is named on the command line, before the bundle is loaded.
 */
import type { Case } from './harness.ts';

interface Suite {
  readonly cases: readonly Case[];
}

/** What the parent sends: the baseline, or a mutant with its tests and the processor time that they may take. */
export type Task =
  | { readonly kind: 'baseline' }
  | {
      readonly kind: 'mutant';
      readonly id: number;
      readonly tests: readonly number[];
      readonly milliseconds: number;
    };

/** What it answers. */
export type Answer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'baseline';
      readonly names: readonly string[];
      /** The file of each test. */
      readonly files: readonly string[];
      /** The tests that fail without a mutant. */
      readonly failed: readonly number[];
      readonly reached: readonly (readonly number[])[];
      /** What was reached while the bundle was loaded, before any test: by the source itself, and by tests being declared. */
      readonly loaded: readonly number[];
      readonly declared: readonly number[];
      readonly times: readonly number[];
    }
  | {
      readonly kind: 'mutant';
      readonly id: number;
      readonly killer: string | null;
      readonly hung: boolean;
    };

/** Switches between two looks at the clock. */
const LOOKS = 1 << 14;

/** Thrown by the switch of a mutant that runs on and on. */
class Hung extends Error {}

const [, , bundle = '', given = '-1'] = process.argv;
let active = Number(given);
let reached = new Set<number>();
const declared = new Set<number>();
let looks = 0;
let end = Number.POSITIVE_INFINITY;

/** Processor time, so that whatever else the machine does counts for nothing. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The file whose statements run while the bundle is loaded; the bundle sets it. */
const running = globalThis as { __testFile?: string };
let isLoading = true;

function isDeclaring(): boolean {
  return isLoading && running.__testFile?.startsWith('test/') === true;
}

function look(): void {
  looks = 0;
  if (spent() > end) throw new Hung();
}

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
    looks += 1;
    if (looks === LOOKS) look();
    if (isCounting) (isDeclaring() ? declared : reached).add(id);
    return id === active;
  },
});

let isCounting = active === -1;
const { cases } = (await import(bundle)) as Suite;
isLoading = false;
isCounting = false;
const loaded = [...reached];

const answer = (message: Answer): boolean => process.send?.(message) ?? false;

async function baseline(): Promise<Answer> {
  const failed: number[] = [];
  const all: number[][] = [];
  const times: number[] = [];
  isCounting = true;
  for (const [index, { run }] of cases.entries()) {
    reached = new Set();
    emptyCaches();
    const start = spent();
    try {
      await run();
    } catch {
      failed.push(index);
    }
    times.push(spent() - start);
    all.push([...reached]);
  }
  isCounting = false;
  const names = cases.map(({ name }) => name);
  const files = cases.map(({ file }) => file);
  return { kind: 'baseline', names, files, failed, reached: all, loaded, declared: [...declared], times };
}

async function mutant(id: number, tests: readonly number[], milliseconds: number): Promise<Answer> {
  active = id;
  end = spent() + milliseconds;
  try {
    for (const index of tests) {
      const found = cases[index];
      if (found === undefined) continue;
      emptyCaches();
      try {
        await found.run();
      } catch {
        return { kind: 'mutant', id, killer: found.name, hung: spent() > end };
      }
    }
    return { kind: 'mutant', id, killer: null, hung: false };
  } finally {
    active = -1;
    end = Number.POSITIVE_INFINITY;
  }
}

process.on('message', async (task: Task) => {
  answer(task.kind === 'baseline' ? await baseline() : await mutant(task.id, task.tests, task.milliseconds));
});
answer({ kind: 'ready' });
