import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { shop } from './runner/documents.ts';
import { pullRequest, workflowRun } from './runner/payloads.ts';
import { startWorld } from './runner/world.ts';

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, { readonly workflows?: readonly string[] } | null>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
        readonly steps: readonly {
          readonly uses?: string;
          readonly with?: Readonly<Record<string, string>>;
        }[];
      }
    >
  >;
}

function example(name: string): Workflow {
  return load(readFileSync(new URL(`../../../examples/${name}.yml`, import.meta.url), 'utf8')) as Workflow;
}

/** The job of an example that runs the action, with the inputs and the permissions that it gives it. */
function jobOf(name: string) {
  const [job] = Object.values(example(name).jobs);
  const step = job?.steps.find(({ uses }) => uses?.startsWith('xano-specs/xano-specs/actions/pr-diff@'));
  if (job === undefined || step === undefined) throw new Error(`${name} does not run the action.`);
  const permissions = Object.fromEntries(
    Object.entries(job.permissions).map(([scope, level]) => [scope.replaceAll('-', '_'), level]),
  );
  return { inputs: step.with ?? {}, permissions, steps: job.steps };
}

describe('the workflow to copy', () => {
  test('has the permissions that the action needs', async () => {
    await using world = await startWorld();
    const { inputs, permissions } = jobOf('pr-diff');
    const ran = await world.run(await world.propose(shop({ price: 'string' })), {
      inputs,
      githubToken: world.github.addToken(permissions),
    });
    expect(ran.status).toBe(1);
    expect(world.comments()).toHaveLength(1);
  });
});

describe('the workflow that publishes the report’s page', () => {
  test('has the permissions that the action needs, and its comment links to where the site puts the page', async () => {
    await using world = await startWorld();
    const { inputs, permissions } = jobOf('pr-diff-page');
    const pull = await world.propose(shop({ price: 'string' }));
    const pages = 'https://acme.github.io/shop';
    const [, path = ''] =
      /'https:\/\/\{0\}\.github\.io\/\{1\}(\/[^']+)'/.exec(inputs['report-url'] ?? '') ?? [];
    const url = `${pages}${path.replace('{2}', String(pull.number))}`;
    const ran = await world.run(pull, {
      inputs: { 'report-url': url },
      githubToken: world.github.addToken(permissions),
    });
    expect(ran.status).toBe(1);
    expect(world.comments()[0]).toContain(`(${pages}/reports/${pull.number}/report.html#`);

    const site = JSON.stringify(example('site'));
    const publish = JSON.stringify(example('pr-diff-page').jobs.publish);
    expect(publish).toContain('"$NUMBER/report.html"'.replaceAll('"', '\\"'));
    expect(publish).toContain('git push origin api-reports');
    expect(publish).toContain('gh workflow run site.yml');
    expect(site).toContain('/tarball/api-reports');
    expect(site).toContain('-C pages/reports');
  });

  test('a pull request from a fork, whose page is not published, gets no link to one', () => {
    const { inputs } = jobOf('pr-diff-page');
    const own = 'github.event.pull_request.head.repo.full_name == github.repository';
    expect(inputs['report-url']).toMatch(new RegExp(`^\\$\\{\\{ ${own} && format\\(.*\\) \\|\\| '' \\}\\}$`));
    expect(JSON.stringify(example('pr-diff-page').jobs.publish)).toContain(own);
  });
});

describe('the pair of workflows for forks', () => {
  test('the first one checks with a token that only reads, and the second one comments, without anything of the first', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }), { fork: 'eve' });

    const first = jobOf('pr-diff-fork-report');
    expect(Object.values(first.permissions)).not.toContain('write');
    const checked = await world.runFor(
      { name: 'pull_request', payload: pullRequest(world.github, pull) },
      { inputs: first.inputs, githubToken: world.github.readOnlyToken },
    );
    expect(checked.status).toBe(1);
    expect(world.comments()).toEqual([]);
    const uploaded = first.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.with?.path;
    expect([...checked.files.keys()]).toContain(`workspace/${uploaded}/api-diff.json`);

    const second = jobOf('pr-diff-fork-comment');
    expect(second.steps).toHaveLength(1);
    const told = await world.runFor(
      { name: 'workflow_run', payload: workflowRun(world.github, pull, { conclusion: 'failure' }) },
      { inputs: second.inputs, githubToken: world.github.addToken(second.permissions) },
    );
    expect(told.status).toBe(0);
    expect(world.comments()).toEqual([expect.stringContaining('### ✗ 1 breaking change')]);
  });

  test('the second one waits for the first one by its name, and never checks out what it reports on', () => {
    const [report, comment] = [example('pr-diff-fork-report'), example('pr-diff-fork-comment')];
    expect(comment.on.workflow_run?.workflows).toEqual([report.name]);
    const text = JSON.stringify(comment);
    expect(text).not.toMatch(/actions\/checkout|download-artifact|"run":/);
  });

  test.each(['pr-diff', 'pr-diff-page', 'pr-diff-fork-report', 'pr-diff-fork-comment', 'pr-diff-live'])(
    '%s gives its jobs what they need and no more',
    (name) => {
      expect(example(name).permissions).toEqual({});
    },
  );
});
