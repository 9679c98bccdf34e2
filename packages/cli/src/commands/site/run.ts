import { buildSite, readHistory, type SiteResult, stateText } from '@xano-specs/site';
import { CommandError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { Blobs } from '../../git/blobs.ts';
import { folderHistory } from '../../git/history.ts';
import type { Shell } from '../../shell.ts';
import { revisionOf } from '../../sides/open-side.ts';
import { progressOn } from '../../terminal/progress.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { count, duration } from '../../words.ts';
import { describeCheck } from '../report/describe-check.ts';
import { openOutFolder } from './out-folder.ts';

/** What the options of `site` give. */
export interface SiteFlags {
  readonly out: string;
  readonly title: string;
  readonly url?: string;
  readonly versions: number;
  readonly full?: boolean;
  readonly json?: boolean;
}

/** What a build gave, for machines. What is new in a later version is added; nothing here changes its meaning. */
interface JsonSite extends Pick<SiteResult, 'groups' | 'files' | 'troubles'> {
  readonly formatVersion: 1;
  readonly directory: string;
  /** The newest commit that touched the snapshot, and its time. */
  readonly commit: string;
  readonly at: string;
}

/**
 * Builds the site of a snapshot's history.
 * @throws CommandError or SiteError when none could be built
 */
export async function runSite(snapshot: string, flags: SiteFlags, shell: Shell): Promise<ExitCode> {
  const { workingDirectory } = shell;
  const started = shell.now().getTime();
  const named = revisionOf(snapshot) ?? { revision: 'HEAD', path: snapshot };
  if (named.path.startsWith('/')) {
    throw new CommandError(
      'USAGE',
      `${named.path} begins with a slash.`,
      'Name the folder as it stands in the repository, such as specs or main:specs.',
    );
  }
  const out = await openOutFolder(flags.out, workingDirectory);
  const progress = progressOn(shell.err, shell.now);
  progress.update('Reading the history');
  const commits = await folderHistory({
    folder: workingDirectory,
    ...named,
    isFromTop: named.path !== snapshot && !/^\.{1,2}(?:\/|$)/.test(named.path),
  });
  if (commits.length === 0) {
    throw new CommandError(
      'GIT',
      `No commit of \`${named.revision}\` holds a folder \`${named.path}\`.`,
      'Commit a snapshot first (xano-specs snapshot; git add specs; git commit), or name the folder that it is in: specs, or main:backend/specs.',
    );
  }
  await using blobs = new Blobs(workingDirectory);
  const read = (object: string) => blobs.read(object);
  const history = await readHistory(commits, read);
  // From now on the folder is a site's, so that a build that is stopped can be started again.
  await out.keep(stateText(out.state));
  const result = await buildSite({
    history,
    read,
    folder: out,
    state: flags.full === true ? { ...out.state, builder: '' } : out.state,
    title: flags.title,
    url: flags.url ?? null,
    versions: flags.versions,
    describe: describeCheck,
    program: shell.version,
    onGroup: (done, all) => progress.update(`${done.toLocaleString('en-US')} of ${count(all, 'API group')}`),
  });
  await out.keep(stateText(result.state));
  progress.finish();
  for (const trouble of result.troubles) {
    shell.err.write(`${shell.err.colours.yellow('!')} ${safeLine(trouble)}\n`);
  }
  const seconds = duration(shell.now().getTime() - started);
  if (flags.json === true) {
    const { groups, files, troubles } = result;
    const { commit, at } = history.head;
    const json: JsonSite = { formatVersion: 1, directory: flags.out, commit, at, groups, files, troubles };
    shell.out.write(`${JSON.stringify(json, null, 2)}\n`);
  } else {
    shell.out.write(`${safeLine(flags.out)}/index.html\n`);
  }
  shell.err.write(`${toldResult(result)} · ${seconds}\n`);
  return EXIT.ok;
}

function toldResult({ groups: { built, unchanged, removed }, files }: SiteResult): string {
  return [
    `${count(built, 'API group')} built`,
    ...(unchanged > 0 ? [`${unchanged.toLocaleString('en-US')} unchanged`] : []),
    ...(removed > 0 ? [`${removed.toLocaleString('en-US')} removed`] : []),
    `${count(files.written, 'file')} written`,
  ].join(', ');
}
