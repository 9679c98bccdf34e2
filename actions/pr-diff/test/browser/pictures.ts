/**
 * Draws the pictures of the README from comments that both actions have really written, into
 * `docs/images`: what a morning's clicks in Xano break, the comment once they are undone, and,
 * of two files that are given, what changes between them.
 *
 * usage: node test/browser/pictures.ts [OLD.json NEW.json]   in the folder of the action
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FakeGitHub, type RanStep, runAction, startFakeGitHub } from '@xano-specs/fake-github';
import { type FakeXano, recordEndpoints, startFakeXano } from '@xano-specs/fake-xano';
import type { Browser } from 'playwright-core';
import { githubHtml } from '../page/github-page.ts';
import { pullRequest } from '../runner/payloads.ts';
import { showPage, startBrowser } from './browser-page.ts';

const ACTIONS = new URL('../../../', import.meta.url);
const IMAGES = new URL('../../../../docs/images/', import.meta.url);

/** A picture is cut below this height: it shows how a comment begins. */
const HIGHEST = 745;

const [oldFile, newFile] = process.argv.slice(2);
mkdirSync(IMAGES, { recursive: true });
const browser = await startBrowser();
try {
  const { broken, clean } = await bookShop();
  await draw(browser, broken, 'comment-breaking.png');
  await draw(browser, clean, 'comment-clean.png');
  if (oldFile !== undefined && newFile !== undefined) {
    await draw(browser, await between(oldFile, newFile), 'comment-large.png');
  }
} finally {
  await browser.close();
}

async function draw(browser: Browser, markdown: string, name: string): Promise<void> {
  await using shown = await showPage(browser, githubHtml(markdown), 960);
  const box = await shown.page.locator('#comment').boundingBox();
  if (box === null) throw new Error('The comment is not in the page.');
  const clip = {
    x: box.x - 8,
    y: box.y - 8,
    width: box.width + 16,
    height: Math.min(box.height + 16, HIGHEST),
  };
  const path = fileURLToPath(new URL(name, IMAGES));
  const { length } = await shown.page.screenshot({ path, clip, fullPage: true });
  console.log(`docs/images/${name}: ${Math.ceil(length / 1024)} kB`);
}

/** The comment on a pull request with what some clicks in Xano changed, and once what breaks was undone. */
async function bookShop(): Promise<{ broken: string; clean: string }> {
  const github = await startFakeGitHub({ files: { 'README.md': 'shop' } });
  const xano = await startFakeXano();
  try {
    await snapshot(github, xano, 'main');
    const undo = click(xano);
    await snapshot(github, xano, 'xano');
    const pull = await github.openPullRequest({ head: 'xano' });
    const broken = await commentOn(github, pull);
    undo();
    await snapshot(github, xano, 'xano');
    const headSha = (await github.git('rev-parse', 'xano')).trim();
    return { broken, clean: await commentOn(github, { ...pull, headSha }) };
  } finally {
    await Promise.all([github.close(), xano.close()]);
  }
}

/** A column becomes text, an endpoint is added and another one asks for more; gives back what undoes the first and the last. */
function click(xano: FakeXano): () => void {
  const branches = xano.account.instances.flatMap(({ workspaces }) =>
    workspaces.flatMap((one) => one.branches),
  );
  const price = branches
    .flatMap(({ tables }) => tables)
    .find(({ name }) => name === 'book')
    ?.columns.find(({ name }) => name === 'price');
  const groups = branches.flatMap((branch) => branch.groups);
  const orders = groups
    .flatMap(({ endpoints }) => endpoints)
    .find(({ verb, path }) => verb === 'POST' && path === '/order');
  const [reviews] = recordEndpoints('review', { authenticated: false });
  if (price === undefined || orders === undefined || reviews === undefined) {
    throw new Error('The book shop has changed: it no longer has what the pictures show.');
  }
  const { type } = price;
  price.type = 'text';
  orders.inputs.push({ name: 'currency', type: 'text', required: true });
  groups.find(({ name }) => name === 'Public API')?.endpoints.push(reviews);
  return () => {
    price.type = type;
    orders.inputs.pop();
  };
}

/** The comment on a pull request that changes one file to another. */
async function between(old: string, head: string): Promise<string> {
  const path = 'specs/api.github.com.json';
  const github = await startFakeGitHub({ files: { [path]: readFileSync(old) } });
  try {
    await github.commit('change', { [path]: readFileSync(head) });
    return await commentOn(github, await github.openPullRequest({ head: 'change' }));
  } finally {
    await github.close();
  }
}

async function snapshot(
  github: FakeGitHub,
  { accessToken, masterUrl }: FakeXano,
  branch: string,
): Promise<void> {
  const inputs = { 'xano-access-token': accessToken, 'master-url': masterUrl, branch };
  const ran = await run(github, 'snapshot', inputs, {
    name: 'schedule',
    payload: { schedule: '23 * * * *' },
  });
  if (ran.status !== 0) throw new Error(ran.stdout);
}

async function commentOn(github: FakeGitHub, pull: Parameters<typeof pullRequest>[1]): Promise<string> {
  const ran = await run(github, 'pr-diff', {}, { name: 'pull_request', payload: pullRequest(github, pull) });
  const body = github.state.comments.at(-1)?.body;
  if (body === undefined) throw new Error(ran.stdout);
  return body;
}

function run(
  github: FakeGitHub,
  action: string,
  inputs: Readonly<Record<string, string>>,
  event: { readonly name: string; readonly payload: unknown },
): Promise<RanStep> {
  const { owner, name } = github.repository;
  const env = {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_REPOSITORY: `${owner}/${name}`,
    GITHUB_RUN_ID: '4711',
  };
  const folder = fileURLToPath(new URL(action, ACTIONS));
  return runAction({ action: folder, inputs, githubToken: github.token, event, env }, async (ran) => ran);
}
