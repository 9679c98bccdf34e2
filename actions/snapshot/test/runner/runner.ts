import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import type { InputName } from '../../src/inputs.ts';
import type { OutputName } from '../../src/outputs.ts';
import { type Result, resultSchema } from '../../src/result.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a workflow says of a step, and where it runs. */
export interface Step {
  readonly inputs: Partial<Record<InputName, string>>;
  /** The token of the job. */
  readonly githubToken: string;
  /** GITHUB_* and whatever else the runner sets; overrules what the runner sets here. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a step left behind. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  readonly summary: string;
  /** What the result file holds, as its documented format; null when there is none. */
  readonly result: Result | null;
  /** The workflow commands of standard output, as the runner would obey them. */
  readonly commands: readonly Command[];
  /** All files that the step left in the folders that it can write to, with their texts. */
  readonly files: ReadonlyMap<string, string>;
}

/** A workflow command, such as `::warning title=x::message`. */
export interface Command {
  readonly name: string;
  readonly title: string | null;
  readonly message: string;
}

/** Runs the action's bundle as GitHub's runner does: its inputs and files in the environment, its commands on standard output. */
export async function runAction({ inputs, githubToken, env }: Step): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'snapshot-action-'));
  const place = (name: string) => join(folder, name);
  try {
    await mkdir(place('temp'));
    await writeFile(place('output'), '');
    await writeFile(place('summary'), '');
    await writeFile(place('event.json'), JSON.stringify({ schedule: '23 * * * *' }));
    const ran = await start({
      ...(await inputVariables(inputs, githubToken)),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_EVENT_PATH: place('event.json'),
      GITHUB_OUTPUT: place('output'),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_STEP_SUMMARY: place('summary'),
      RUNNER_TEMP: place('temp'),
      ...env,
    });
    const outputs = outputsIn(await readFile(place('output'), 'utf8'));
    const resultFile = outputs['result-file'];
    return {
      ...ran,
      outputs,
      summary: await readFile(place('summary'), 'utf8'),
      result: resultFile ? resultSchema.parse(JSON.parse(await readFile(resultFile, 'utf8'))) : null,
      commands: ran.stdout.split('\n').flatMap(commandIn),
      files: await filesBelow(folder),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The inputs as the runner hands them over: what is not given comes from action.yml. */
async function inputVariables(
  inputs: Partial<Record<string, string>>,
  githubToken: string,
): Promise<Record<string, string>> {
  const action = load(await readFile(join(ROOT, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default: string }>;
  };
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: byDefault }]) => {
      const value = inputs[name] ?? byDefault.replace(/^\$\{\{ github\.token \}\}$/, githubToken);
      return [`INPUT_${name.toUpperCase()}`, value];
    }),
  );
}

function start(env: Record<string, string>): Promise<Pick<Ran, 'status' | 'stdout' | 'stderr'>> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/index.js')], { env, cwd: env.RUNNER_TEMP });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** The outputs as they stand in the runner's file: a name, a delimiter, and lines up to the delimiter. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(
    /^([^\n]+?)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n?\2\n/gm,
  )) {
    outputs[name] = value;
  }
  return outputs;
}

function commandIn(line: string): Command[] {
  const found = /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line);
  if (found === null) {
    if (line.includes('##[') || line.trimStart().startsWith('::'))
      throw new Error(`A stray command: ${line}`);
    return [];
  }
  const [, name = '', properties = '', message = ''] = found;
  const title = /(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? null;
  return [{ name, title: title === null ? null : unescaped(title), message: unescaped(message) }];
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
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
