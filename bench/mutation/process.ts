import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Task } from './worker.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** How long a process may take to load the bundle. */
const LOADING = 60_000;

/** A process that tries mutants; it is started anew after one that hung. */
export class Worker {
  readonly #suite: string;
  readonly #mutant: number;
  #child: ReturnType<typeof fork>;
  #ready: Promise<Answer>;

  /** @param mutant a mutant that is switched on before the bundle is loaded */
  constructor(suite: string, mutant = -1) {
    this.#suite = suite;
    this.#mutant = mutant;
    this.#child = this.#start();
    this.#ready = this.#next();
  }

  #start(): ReturnType<typeof fork> {
    return fork(WORKER, [this.#suite, String(this.#mutant)], {
      execArgv: ['--max-old-space-size=3000'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  #next(): Promise<Answer> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const done = (): void => {
        child.off('message', onMessage);
        child.off('exit', onExit);
      };
      const onMessage = (message: unknown): void => {
        done();
        resolve(message as Answer);
      };
      const onExit = (code: number | null): void => {
        done();
        reject(new Error(`the worker ended with ${code}`));
      };
      child.on('message', onMessage);
      child.on('exit', onExit);
    });
  }

  /** The answer, or null where the process hung or died. */
  async ask(task: Task, patience: number): Promise<Answer | null> {
    const answer = this.#answerTo(task).catch(() => null);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience + LOADING);
    });
    const result = await Promise.race([answer, tooLong]);
    clearTimeout(timer);
    return result;
  }

  async #answerTo(task: Task): Promise<Answer> {
    await this.#ready;
    const answer = this.#next();
    this.#child.send(task);
    return answer;
  }

  /** Starts over, after a mutant that hung or was the end of the process. */
  restart(): void {
    this.stop();
    this.#child = this.#start();
    this.#ready = this.#next();
  }

  /** Ends the process. */
  stop(): void {
    this.#child.removeAllListeners();
    this.#child.kill('SIGKILL');
  }
}
