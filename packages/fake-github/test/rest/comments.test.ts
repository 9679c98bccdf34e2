import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { ACTIONS_BOT, type FakeGitHub } from '../../src/index.ts';
import { clientOf, refusalOf, SHOP, startFake, stopFakes } from '../support/world.ts';

let fake: FakeGitHub;
let octokit: Octokit;
let issue_number: number;
beforeAll(async () => {
  fake = await startFake();
  octokit = clientOf(fake);
  await fake.commit('topic', { 't.txt': 't' });
  issue_number = (await fake.openPullRequest({ head: 'topic' })).number;
});
afterAll(stopFakes);

describe('comments', () => {
  test('are made, read, edited and deleted', async () => {
    const made = (await octokit.rest.issues.createComment({ ...SHOP, issue_number, body: 'One' })).data;
    expect(made).toMatchObject({ body: 'One', user: { login: ACTIONS_BOT, type: 'Bot' } });
    const comment = { ...SHOP, comment_id: made.id };
    await octokit.rest.issues.updateComment({ ...comment, body: 'Two' });
    expect((await octokit.rest.issues.getComment(comment)).data).toMatchObject({
      body: 'Two',
      html_url: made.html_url,
    });
    await octokit.rest.issues.deleteComment(comment);
    expect(await refusalOf(octokit.rest.issues.getComment(comment))).toBe('404 Not Found');
  });

  test('of people tell whether they belong to the repository', async () => {
    for (const author of ['ada', 'mallory']) fake.addComment(issue_number, 'Hello', author);
    const { data } = await octokit.rest.issues.listComments({ ...SHOP, issue_number });
    expect(data.map(({ user, author_association }) => [user?.login, user?.type, author_association])).toEqual(
      [
        ['ada', 'User', 'COLLABORATOR'],
        ['mallory', 'User', 'NONE'],
      ],
    );
  });

  test('come in pages that lead to each other, a hundred at most', async () => {
    await fake.commit('long', { 'l.txt': 'l' });
    const { number } = await fake.openPullRequest({ head: 'long' });
    for (let index = 0; index < 350; index++) fake.addComment(number, `${index}`);
    const list = { ...SHOP, issue_number: number };
    const sizes: number[] = [];
    for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, {
      ...list,
      per_page: 500,
    })) {
      sizes.push(data.length);
    }
    expect(sizes).toEqual([100, 100, 100, 50]);
    const second = await octokit.rest.issues.listComments({ ...list, page: 2 });
    expect(second.data.map(({ body }) => body)[0]).toBe('30');
    expect(second.headers.link).toMatch(
      /page=1.*rel="prev".*page=3.*rel="next".*page=12.*rel="last".*page=1.*rel="first"/,
    );
  });

  test('take 65,536 characters and no more', async () => {
    const comment = { ...SHOP, issue_number };
    await octokit.rest.issues.createComment({ ...comment, body: 'x'.repeat(65_536) });
    const long = octokit.rest.issues.createComment({ ...comment, body: 'x'.repeat(65_537) });
    expect(await refusalOf(long)).toMatch(/^422 Validation Failed .*maximum is 65536 characters/);
  });

  test('that may not be edited are refused so', async () => {
    const id = fake.addComment(issue_number, 'Theirs');
    fake.settings.commentEditsRefused = true;
    const edit = octokit.rest.issues.updateComment({ ...SHOP, comment_id: id, body: 'Ours' });
    expect(await refusalOf(edit)).toBe('403 Resource not accessible by integration');
    fake.settings.commentEditsRefused = false;
  });

  test('on what is no issue are not found', async () => {
    const call = octokit.rest.issues.createComment({ ...SHOP, issue_number: 999, body: 'x' });
    expect(await refusalOf(call)).toBe('404 Not Found');
  });
});

describe('labels', () => {
  test('are set and removed, whatever the case of their letters, and the events tell by whom', async () => {
    await octokit.rest.issues.addLabels({ ...SHOP, issue_number, labels: ['api: accepted'] });
    fake.setLabel(issue_number, 'API: Accepted', 'grace');
    fake.setLabel(issue_number, 'reviewed', 'grace');
    const names = async () =>
      (await octokit.rest.issues.listLabelsOnIssue({ ...SHOP, issue_number })).data.map(({ name }) => name);
    expect(await names()).toEqual(['api: accepted', 'reviewed']);
    await octokit.rest.issues.removeLabel({ ...SHOP, issue_number, name: 'Reviewed' });
    expect(await names()).toEqual(['api: accepted']);
    const { data: events } = await octokit.rest.issues.listEvents({ ...SHOP, issue_number });
    expect(
      events.map((event) => [event.event, event.actor?.login, 'label' in event ? event.label?.name : null]),
    ).toEqual([
      ['labeled', ACTIONS_BOT, 'api: accepted'],
      ['labeled', 'grace', 'reviewed'],
      ['unlabeled', ACTIONS_BOT, 'reviewed'],
    ]);
    const timeline = await octokit.rest.issues.listEventsForTimeline({ ...SHOP, issue_number });
    expect(timeline.data).toHaveLength(3);
  });

  test('that are not there can not be removed, and none is made twice', async () => {
    const remove = octokit.rest.issues.removeLabel({ ...SHOP, issue_number, name: 'nowhere' });
    expect(await refusalOf(remove)).toBe('404 Label does not exist');
    await octokit.rest.issues.createLabel({ ...SHOP, name: 'fresh' });
    expect(await refusalOf(octokit.rest.issues.createLabel({ ...SHOP, name: 'FRESH' }))).toMatch(
      /already_exists/,
    );
  });
});
