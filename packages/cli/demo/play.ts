import { startFakeXano } from '@xano-specs/fake-xano';
import { run } from '../src/run.ts';
import type { Shell } from '../src/shell.ts';
import type { Screen } from '../src/terminal/screen.ts';
import { CLICKS } from './clicks.ts';
import { Repository } from './repository.ts';

/** Where the demo plays. */
export interface Stage {
  readonly screen: Screen;
  /** An empty folder, in which the repository is made. */
  readonly folder: string;
  /** What the folder is called in what is shown. */
  readonly shownFolder: string;
  readonly now: () => Date;
  readonly version: string;
}

/**
 * Plays the demo: a snapshot of a fake Xano into a fresh git repository, a few clicks, a
 * second snapshot, the commit, and the report on what the clicks broke. Every command is
 * the real one, run in this process.
 */
export async function play({ screen, folder, shownFolder, now, version }: Stage): Promise<void> {
  const { bold, cyan, dim } = screen.colours;
  const repository = new Repository(folder, now());
  await using xano = await startFakeXano();
  const shell: Shell = {
    env: { XANO_ACCESS_TOKEN: xano.accessToken, XANO_MASTER_URL: xano.masterUrl },
    workingDirectory: folder,
    stdin: noInput(),
    out: screen,
    err: screen,
    now,
    untilInterrupted: () => new AbortController().signal,
    version,
  };
  const say = (text: string) => screen.write(`\n${bold(text)}\n`);
  const prompt = (command: string) => screen.write(`${dim('$')} ${command}\n`);
  const xanoSpecs = async (...args: string[]) => {
    prompt(cyan(['xano-specs', ...args].join(' ')));
    return run(args, shell);
  };
  const commit = (message: string) => {
    prompt(`git add specs && git commit -m '${message}'`);
    repository.git('add', 'specs');
    repository.git('commit', '--quiet', '-m', message);
  };

  say('A snapshot of every API group of a Xano account (a fake one, on this machine)');
  await xanoSpecs('snapshot');
  commit('specs: first snapshot');

  say('Then someone clicks in Xano');
  for (const { what, on } of CLICKS) {
    on(xano.account);
    screen.write(`  · ${what}\n`);
  }

  say('The next snapshot has it');
  await xanoSpecs('snapshot');
  commit('specs: 2 API groups changed');
  prompt('git show --stat --format="%h %s"');
  screen.write(
    repository.git(
      'show',
      '--stat=80',
      '--format=%h %s',
      `--color=${screen.colours.isColorSupported ? 'always' : 'never'}`,
    ),
  );

  say('And this is what the clicks broke');
  await xanoSpecs('diff', 'HEAD~1:specs', 'HEAD:specs');

  say('The same as a page');
  await xanoSpecs('report', 'HEAD~1:specs', 'HEAD:specs');

  say('And every API group, with its versions, as a site');
  await xanoSpecs('site');
  screen.write(
    [
      '',
      `The repository is in ${shownFolder}`,
      `The page is ${shownFolder}/report.html`,
      `The site is ${shownFolder}/site/index.html`,
      'Look at all of them (git log -p, a browser), and delete the folder when you are done.',
      '',
    ].join('\n'),
  );
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
