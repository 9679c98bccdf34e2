import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, commandIn } from './command.ts';
import { type Ended, start } from './start.ts';
import { inputVariables, outputsIn } from './variables.ts';

/** What a workflow says of a step, and where it runs. */
export interface Step {
  /** The folder of the action, with its action.yml and its bundle. */
  readonly action: string;
  readonly inputs: Readonly<Partial<Record<string, string>>>;
  /** The token of the job. */
  readonly githubToken: string;
  /** The event that started the workflow, and its payload. */
  readonly event: { readonly name: string; readonly payload: unknown };
  /** GITHUB_* and whatever else the runner sets; overrules what the runner sets here. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a step left behind. */
export interface RanStep extends Ended {
  readonly outputs: Readonly<Partial<Record<string, string>>>;
  readonly summary: string;
  /** The workflow commands of standard output, as the runner would obey them. */
  readonly commands: readonly Command[];
  /** All files that the step left in the folders that it can write to, with their texts. */
  readonly files: ReadonlyMap<string, string>;
}

/** The folder of files that steps share, and what the runner calls it. */
const TEMP = 'temp';

/**
 * Runs an action's bundle as GitHub's runner does: its inputs and files in the environment, its
 * commands on standard output. The files are gone afterwards; `see` may look at them before.
 */
export async function runAction<Seen>(
  { action, inputs, githubToken, event, env }: Step,
  see: (ran: RanStep) => Promise<Seen>,
): Promise<Seen> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-'));
  const place = (name: string) => join(folder, name);
  try {
    await Promise.all([TEMP, 'workspace'].map((name) => mkdir(place(name))));
    await writeFile(place('output'), '');
    await writeFile(place('summary'), '');
    await writeFile(place('event.json'), JSON.stringify(event.payload));
    const ended = await start(join(action, 'dist/index.js'), {
      ...(await inputVariables(join(action, 'action.yml'), inputs, githubToken)),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: place('event.json'),
      GITHUB_OUTPUT: place('output'),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_STEP_SUMMARY: place('summary'),
      GITHUB_WORKSPACE: place('workspace'),
      RUNNER_TEMP: place(TEMP),
      ...env,
    });
    return await see({
      ...ended,
      outputs: outputsIn(await readFile(place('output'), 'utf8')),
      summary: await readFile(place('summary'), 'utf8'),
      commands: ended.stdout.split('\n').flatMap(commandIn),
      files: await filesBelow(folder),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesBelow(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), await readFile(path, 'utf8'));
  }
  return files;
}
