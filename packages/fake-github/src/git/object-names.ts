import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startGit } from './process.ts';

/** What a name stands for. */
export interface NamedObject {
  readonly sha: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** The answer of git: a name, a kind and a size, or what was asked and why there is none. */
const FOUND = /^([0-9a-f]{40}) (\w+) (\d+)$/;

/**
 * Asks git what names stand for. One git answers all, since each request needs several of them, and
 * to start a process takes longer than to look.
 */
export class ObjectNames {
  readonly #folder: string;
  readonly #waiting: { answer(found: NamedObject | null): void; fail(error: Error): void }[] = [];
  #git: ChildProcessWithoutNullStreams | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * What a name stands for as it is now; null when there is no such thing.
   * @param name in one line
   */
  find(name: string): Promise<NamedObject | null> {
    const git = this.#started();
    return new Promise((answer, fail) => {
      this.#waiting.push({ answer, fail });
      git.stdin.write(`${name}\n`);
    });
  }

  /** Ends the git that answers. */
  async close(): Promise<void> {
    const git = this.#git;
    if (git === null) return;
    this.#git = null;
    const ended = new Promise((done) => git.once('close', done));
    git.stdin.end();
    await ended;
  }

  #started(): ChildProcessWithoutNullStreams {
    if (this.#git !== null) return this.#git;
    const git = startGit(this.#folder, ['cat-file', '--batch-check']);
    this.#git = git;
    createInterface({ input: git.stdout }).on('line', (line) => {
      const [, sha, type, size] = FOUND.exec(line) ?? [];
      const found = sha === undefined || type === undefined ? null : { sha, type, size: Number(size) };
      this.#waiting.shift()?.answer(found);
    });
    git.stderr.resume();
    git.stdin.on('error', () => {});
    git.on('error', () => {});
    git.on('close', () => {
      if (this.#git === git) this.#git = null;
      for (const { fail } of this.#waiting.splice(0)) fail(new Error('git cat-file ended too early.'));
    });
    return git;
  }
}
