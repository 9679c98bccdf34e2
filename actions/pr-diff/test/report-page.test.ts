import { describe, expect, test } from '@jest/globals';
import { PUBLIC_API, shop } from './runner/documents.ts';
import { type Ran, startWorld } from './runner/world.ts';

interface Index {
  readonly base: string;
  readonly head: string;
  readonly subject: unknown;
  readonly counts: unknown;
  readonly groups: readonly unknown[];
  readonly changes: readonly (readonly unknown[])[];
  readonly checks: readonly { readonly url: string }[];
}

/** The text of the file that a run has left under a name that ends so. */
function fileOf({ files }: Ran, ending: string): string {
  return [...files].find(([path]) => path.endsWith(ending))?.[1] ?? '';
}

/** The data that the page of a run holds under an id. */
function dataOf(ran: Ran, id: string): unknown {
  const html = fileOf(ran, '/report.html');
  const [, json = ''] =
    new RegExp(`<script type="application/json" id="${id}">(.*)</script>`).exec(html) ?? [];
  return JSON.parse(json);
}

describe('the page that a run leaves beside its report', () => {
  test('given a change that breaks, then it has the numbers of the report, the API groups by name, and the lines on GitHub', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string', paths: ['/review'] }));
    const ran = await world.run(pull);
    const index = dataOf(ran, 'report-index') as Index;
    const [[change]] = [dataOf(ran, 'report-details-0')] as [{ head: { url: string } }[]];

    expect(index).toMatchObject({
      base: expect.stringMatching(/^[0-9a-f]{7}$/),
      head: pull.headSha.slice(0, 7),
      subject: { text: 'Pull request 1 of acme/shop', url: `${world.github.serverUrl}/acme/shop/pull/1` },
      counts: ran.report?.summary,
      groups: [{ name: 'Shop / Public API', status: 'changed' }],
    });
    expect(index.changes.map(([, cause]) => cause)).toEqual(ran.report?.changes.map(({ cause }) => cause));
    expect(index.checks[0]?.url).toMatch(/\/docs\/checks\/[\w-]+\.md$/);
    expect(change?.head.url).toContain(`/acme/shop/blob/${pull.headSha}/${PUBLIC_API}#L`);
    expect(ran.outputs['report-html']).toMatch(/\/report\.html$/);
  });

  test('given nothing that changed, then it says so', async () => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose({ 'README.md': 'x' }));

    expect(dataOf(ran, 'report-index')).toMatchObject({ counts: { error: 0, info: 0 }, changes: [] });
  });

  test('given the address where it will stand, then each change of the comment links to its place in it', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string', paths: ['/review'] }));
    const inputs = { 'report-url': 'https://acme.example/reports/7 (new)/report.html#top' };
    const ran = await world.run(pull, { inputs });
    const index = dataOf(ran, 'report-index') as Index;
    const page = 'https://acme.example/reports/7%20%28new%29/report.html';
    const [comment] = world.github.state.comments;

    expect(index.changes).not.toEqual([]);
    for (const [, , , anchor] of index.changes) {
      expect(comment?.body).toContain(`[\`${String(anchor)}\`](${page}#${String(anchor)})`);
    }
    expect(comment?.body).toContain(`[full report](${page})`);
    const { results } = JSON.parse(fileOf(ran, '.sarif')).runs[0];
    const viewers = results.map(({ hostedViewerUri }: { hostedViewerUri: string }) => hostedViewerUri);
    expect(viewers).toEqual(index.changes.map(([, , , anchor]) => `${page}#${String(anchor)}`));
    for (const viewer of viewers) expect(ran.summary).toContain(`](${viewer})`);
  });

  test('given an address that would end a link or begin another, it stays one address', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const hostile = 'https://acme.example/r)[x](https://evil.example/`<img src=x>|@acme/report.html';
    await world.run(pull, { inputs: { 'report-url': hostile } });
    const [comment] = world.github.state.comments;
    const after = comment?.body.match(/\[full report\]\(([^\s()]*)\)/)?.[1] ?? '';

    expect(new URL(after).host).toBe('acme.example');
    expect(decodeURIComponent(after)).toContain('evil.example');
    expect(comment?.body).not.toContain('](https://evil.example');
    expect(comment?.body).not.toContain('<img');
  });

  test('given an address that is not encrypted, then the run says so and reports nothing', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const ran = await world.run(pull, { inputs: { 'report-url': 'http://acme.example/report.html' } });

    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('report-url must begin with https://');
    expect(world.github.state.comments).toEqual([]);
  });
});
