import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMIT_FORMAT, type Commit, parseCommits } from './commit.ts';
import { writeCommit } from './commit-writer.ts';
import { type FileDiff, parseDiff } from './diff.ts';
import { type NamedObject, ObjectNames } from './object-names.ts';
import type { Person } from './person.ts';
import { GitError, runGit } from './process.ts';
import { parseTree, type TreeEntry } from './tree.ts';

/** What a commit is made of. A path with null is removed. */
export interface NewCommit {
  readonly parent: string | null;
  readonly files: ReadonlyMap<string, Uint8Array | null>;
  readonly message: string;
  readonly author: Person;
  readonly committer: Person;
}

/** The name of an object, or of two with dots between, or a path in one: each always stands for the same. */
const FIXED = /^[0-9a-f]{40}(?:\.\.[0-9a-f]{40}|:.*)?$/s;

/** A real bare git repository in a temporary folder; every answer of the fake comes from it. */
export class BareRepository {
  readonly folder: string;
  readonly #answers = new Map<string, Promise<Buffer>>();
  readonly #names: ObjectNames;

  private constructor(folder: string) {
    this.folder = folder;
    this.#names = new ObjectNames(folder);
  }

  /** Makes an empty repository whose HEAD is the branch named. */
  static async create(defaultBranch: string): Promise<BareRepository> {
    const folder = await mkdtemp(join(tmpdir(), 'fake-github-'));
    const repository = new BareRepository(folder);
    await repository.run(['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, '.']);
    await repository.run(['config', 'gc.auto', '0']);
    // Git gives up on a ref that another process holds after 100 ms, which a busy machine takes.
    await repository.run(['config', 'core.filesRefLockTimeout', '10000']);
    return repository;
  }

  /** Runs any git command in the repository. */
  run(
    args: readonly string[],
    input: readonly Uint8Array[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Buffer> {
    return runGit(this.folder, args, input, env);
  }

  /** Runs git and gives back its output as text without the last line end. */
  async text(...command: Parameters<BareRepository['run']>): Promise<string> {
    return textOf(await this.run(...command));
  }

  /**
   * Runs a command that only reads. What it says of fixed names never changes and is worked out
   * once, as GitHub knows it long before somebody asks; that something is missing may change.
   */
  read(args: readonly string[], names: readonly string[]): Promise<Buffer> {
    if (!names.every((name) => FIXED.test(name))) return this.run(args);
    const key = args.join('\0');
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = this.run(args);
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }

  /** The object that a name stands for, as a given kind; null when there is none. */
  async resolve(name: string, kind: 'commit' | 'tree' | 'blob' = 'commit'): Promise<string | null> {
    if (name === '' || name.startsWith('-')) return null;
    // In `commit:path` all that follows is the path, a kind included.
    const object = name.includes(':') ? (await this.#find(name))?.sha : name;
    if (object === undefined) return null;
    return (await this.#find(`${object}^{${kind}}`))?.sha ?? null;
  }

  async #find(name: string): Promise<NamedObject | null> {
    // The name of a file may hold a line break; nothing that is asked for has one.
    return name.includes('\n') ? null : this.#names.find(name);
  }

  /** Whether it has no branch yet. */
  async isEmpty(): Promise<boolean> {
    return (await this.#find('HEAD')) === null && (await this.refs('refs/heads/')).length === 0;
  }

  /** Every ref under a prefix with the object it points to, in git's order. */
  async refs(prefix: string): Promise<{ ref: string; sha: string; type: string }[]> {
    const printed = await this.text([
      'for-each-ref',
      '--format=%(refname) %(objectname) %(objecttype)',
      prefix,
    ]);
    return printed
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [ref = '', sha = '', type = ''] = line.split(' ');
        return { ref, sha, type };
      });
  }

  /**
   * Moves a ref from one commit to another as one step; `from` null means that it must be new,
   * `to` null removes it. False when the ref is elsewhere.
   */
  async moveRef(ref: string, from: string | null, to: string | null): Promise<boolean> {
    const zero = '0'.repeat(40);
    try {
      if (to === null) await this.run(['update-ref', '-d', ref, from ?? zero]);
      else await this.run(['update-ref', ref, to, from ?? zero]);
      return true;
    } catch (error) {
      if (error instanceof GitError) return false;
      throw error;
    }
  }

  /** Writes a commit that no ref points to yet and gives back its name. */
  writeCommit(commit: NewCommit): Promise<string> {
    return writeCommit(this, commit);
  }

  /** Commits that can be reached from `range`, newest first. */
  async commits(range: readonly string[], paths: readonly string[] = []): Promise<Commit[]> {
    return parseCommits(
      await this.read(['log', `--format=${COMMIT_FORMAT}`, '-z', ...range, '--', ...paths], range),
    );
  }

  /** One commit. */
  async commit(sha: string): Promise<Commit> {
    const [commit] = parseCommits(
      await this.read(['log', `--format=${COMMIT_FORMAT}`, '-z', '-1', sha, '--'], [sha]),
    );
    if (commit === undefined) throw new Error(`git log printed nothing for ${sha}`);
    return commit;
  }

  /** Entries of a tree; with `recursive`, those of every folder below it as well. */
  async tree(treeish: string, recursive = false): Promise<TreeEntry[]> {
    const args = ['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), treeish];
    return parseTree(await this.read(args, [treeish]));
  }

  /** How many bytes a blob has. */
  async size(sha: string): Promise<number> {
    const found = await this.#find(sha);
    if (found === null) throw new Error(`git knows no object ${sha}`);
    return found.size;
  }

  /** The content of a blob. */
  blob(sha: string): Promise<Buffer> {
    return this.run(['cat-file', 'blob', sha]);
  }

  /** The best common ancestor of two commits; null when their histories have nothing in common. */
  async mergeBase(one: string, other: string): Promise<string | null> {
    try {
      return textOf(await this.read(['merge-base', one, other], [one, other]));
    } catch (error) {
      if (error instanceof GitError) return null;
      throw error;
    }
  }

  /** The files that differ between two trees, renames found. */
  async diff(from: string, to: string): Promise<FileDiff[]> {
    const args = ['diff-tree', '-r', '-M', '-z', '--raw', '--numstat', '--abbrev=40', from, to];
    return parseDiff(await this.read(args, [from, to]));
  }

  /** Removes the folder. */
  async remove(): Promise<void> {
    await this.#names.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function textOf(printed: Buffer): string {
  return printed.toString('utf8').replace(/\n$/, '');
}
