import { spawn } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runAction, startFakeGitHub } from '@xano-specs/fake-github';
import { startFakeXano } from '@xano-specs/fake-xano';
import { load } from 'js-yaml';
import { emptyFolder, git, write } from './support/folders.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A numbered step of the page: its text, and the blocks of code in it by their language. */
interface Step {
  readonly text: string;
  readonly blocks: Readonly<Record<string, string>>;
}

async function readSteps(): Promise<Step[]> {
  const page = await readFile(join(ROOT, 'docs/set-up.md'), 'utf8');
  return page
    .split(/^## /m)
    .filter((section) => /^\d\. /.test(section))
    .map((text) => ({
      text,
      blocks: Object.fromEntries(
        [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => [
          language,
          code,
        ]),
      ),
    }));
}

/** Runs a block of the page in a shell, and gives what it printed. */
function shell(code: string, cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn('sh', ['-eu', '-c', code], { cwd, env: { PATH: process.env.PATH ?? '', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve(output);
      else reject(new Error(`${code}ended with ${status}:\n${output}`));
    });
  });
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
        readonly steps: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
      }
    >
  >;
}

describe('the five steps of the set-up', () => {
  test('followed word by word, they end with a commit of every document', async () => {
    const steps = await readSteps();
    expect(steps.map(({ text }) => text.slice(0, text.indexOf('\n')))).toEqual([
      '1. Make a token in Xano',
      '2. Give the token to GitHub',
      '3. Add the workflow',
      '4. Start it once by hand',
      '5. Look at what it brought',
    ]);
    const [token, secret, workflow, run, look] = steps as [Step, Step, Step, Step, Step];

    const xano = await startFakeXano();
    const github = await startFakeGitHub();
    await using folder = await emptyFolder();
    try {
      const clone = join(folder.path, 'app');
      git(folder.path, 'clone', '--quiet', await github.git('rev-parse', '--absolute-git-dir'), clone);
      // What npx finds where the command is installed; the registry is not asked.
      const commands = join(clone, 'node_modules/.bin');
      await mkdir(commands, { recursive: true });
      await symlink(join(ROOT, 'packages/cli/bin/xano-specs.js'), join(commands, 'xano-specs'));
      const env = {
        HOME: folder.path,
        XANO_MASTER_URL: xano.masterUrl,
        NO_COLOR: '1',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
      };

      const doctor = token.blocks.sh ?? '';
      expect(doctor).toContain('=…');
      expect(await shell(doctor.replace('…', xano.accessToken), clone, env)).toContain('2 instances');

      const name = /The name is `(\w+)`/.exec(secret.text)?.[1] ?? '';
      const secrets = new Map([[name, xano.accessToken]]);

      const file = /The name is `([^`]+)`/.exec(workflow.text)?.[1] ?? '';
      await write(clone, { [file]: workflow.blocks.yaml ?? '' });
      await shell(workflow.blocks.sh ?? '', clone, env);
      const pushed = load(await github.git('show', `main:${file}`)) as Workflow;

      expect(run.text).toContain('**Run workflow**');
      expect(Object.keys(pushed.on)).toContain('workflow_dispatch');
      const [job] = Object.values(pushed.jobs);
      const [step] = job?.steps ?? [];
      expect(step?.uses).toMatch(/^xano-specs\/xano-specs\/actions\/snapshot@v\d+$/);
      const inputs = Object.fromEntries(
        Object.entries(step?.with ?? {}).map(([input, value]) => [
          input,
          value.replaceAll(
            /\$\{\{ secrets\.(\w+) \}\}/g,
            (_whole, known: string) => secrets.get(known) ?? '',
          ),
        ]),
      );
      const status = await runAction(
        {
          action: join(ROOT, 'actions/snapshot'),
          inputs: { ...inputs, 'master-url': xano.masterUrl },
          githubToken: github.addToken(job?.permissions ?? {}),
          event: { name: 'workflow_dispatch', payload: {} },
          env: {
            GITHUB_API_URL: github.apiUrl,
            GITHUB_GRAPHQL_URL: github.graphqlUrl,
            GITHUB_SERVER_URL: github.serverUrl,
            GITHUB_REPOSITORY: `${github.repository.owner}/${github.repository.name}`,
          },
        },
        async (ran) => ran.status,
      );
      expect(status).toBe(0);

      const seen = await shell(look.blocks.sh ?? '', clone, env);
      expect(seen).toContain('specs: 3 API groups added');
      expect(seen).toContain('public-api.json');
    } finally {
      await Promise.all([xano.close(), github.close()]);
    }
  });

  test('given the workflow of the page, then it is the one to copy', async () => {
    const steps = await readSteps();
    const example = await readFile(join(ROOT, 'examples/snapshot.yml'), 'utf8');
    const bare = example.replaceAll(/^ *#.*\n/gm, '').trimStart();
    expect(steps[2]?.blocks.yaml).toBe(bare);
  });
});
