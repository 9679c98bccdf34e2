import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CommandError } from '../errors.ts';
import { GIT_OPTIONS, gitEnvironment, notStarted } from './git.ts';

/**
 * Reads contents by their ids from one `git cat-file --batch`, which is far quicker than a
 * process for each. The process starts with the first question.
 */
export class Blobs implements AsyncDisposable {
  readonly #folder: string;
  #process: ChildProcessByStdio<Writable, Readable, null> | null = null;
  #chunks: AsyncIterator<Buffer> | null = null;
  #rest: Buffer = Buffer.alloc(0);
  #failure: Error | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The content with this id, as text. Questions are answered one after the other.
   * @throws CommandError GIT when git knows no such content, or ends
   */
  read(object: string): Promise<string> {
    const answer = this.#last.then(() => this.#ask(object));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#last;
    this.#process?.stdin.end();
    this.#process?.stdout.destroy();
  }

  async #ask(object: string): Promise<string> {
    if (!/^[0-9a-f]{40,64}$/.test(object)) throw this.#lost(object);
    const { stdin } = this.#started();
    stdin.write(`${object}\n`);
    const header = (await this.#line()).split(' ');
    const size = Number(header[2]);
    if (header[1] !== 'blob' || !Number.isSafeInteger(size)) throw this.#lost(object);
    const content = await this.#bytes(size);
    await this.#bytes(1);
    return content.toString('utf8');
  }

  #started(): ChildProcessByStdio<Writable, Readable, null> {
    if (this.#process !== null) return this.#process;
    const child = spawn('git', [...GIT_OPTIONS, 'cat-file', '--batch'], {
      cwd: this.#folder,
      env: gitEnvironment(),
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    child.once('error', (error) => {
      this.#failure = notStarted(error);
    });
    // A broken pipe shows as the end of the answers.
    child.stdin.on('error', () => undefined);
    this.#process = child;
    this.#chunks = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    return child;
  }

  async #line(): Promise<string> {
    let end = this.#rest.indexOf('\n');
    while (end === -1) {
      this.#rest = Buffer.concat([this.#rest, await this.#chunk()]);
      end = this.#rest.indexOf('\n');
    }
    const line = this.#rest.toString('utf8', 0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  async #bytes(size: number): Promise<Buffer> {
    const parts = [this.#rest];
    let have = this.#rest.length;
    while (have < size) {
      const chunk = await this.#chunk();
      parts.push(chunk);
      have += chunk.length;
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts);
    this.#rest = all.subarray(size);
    return all.subarray(0, size);
  }

  async #chunk(): Promise<Buffer> {
    const next = await this.#chunks?.next();
    if (next === undefined || next.done === true) throw this.#failure ?? this.#lost('the next content');
    return next.value;
  }

  #lost(object: string): CommandError {
    return new CommandError(
      'GIT',
      `git did not give the content of ${object}.`,
      'The repository may be a shallow or damaged copy: fetch it whole, or check it with git fsck.',
    );
  }
}
