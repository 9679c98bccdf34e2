import { spawnSync } from 'node:child_process';

/** A git repository of its own, whatever the settings of the person who runs the demo. */
export class Repository {
  readonly folder: string;
  readonly #date: Date;

  /** Makes the repository in an empty folder. `date` is when its commits are made. */
  constructor(folder: string, date: Date) {
    this.folder = folder;
    this.#date = date;
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.name', 'Ada Reader');
    this.git('config', 'user.email', 'ada@book-marketplace.example');
    this.git('config', 'commit.gpgSign', 'false');
    this.git('config', 'core.autocrlf', 'false');
    this.git('config', 'core.hooksPath', '.git/no-hooks');
  }

  /** Runs git here and gives what it printed; throws when it fails. */
  git(...args: string[]): string {
    const date = this.#date.toISOString();
    const done = spawnSync('git', ['--no-pager', ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
    if (done.error !== undefined) throw new Error(`git could not be started: ${done.error.message}`);
    if (done.status !== 0) throw new Error(`git ${args[0]} failed: ${done.stderr.trim()}`);
    return done.stdout;
  }
}
