import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { startFakeXano } from '../src/index.ts';
import { apispecUrl, developerWorkspaces, get, getJson, groups, metaBase } from './client.ts';
import { EXPLORE_DOMAIN, groupOf, PRIVATE_DOMAIN } from './places.ts';

describe('a group’s documentation', () => {
  test('given public documentation, when its address is fetched without a credential, then JSON comes with type=json', async () => {
    await using fake = await startFakeXano();
    const reply = await get(apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX?type=json'));

    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(reply.text)).toMatchObject({ openapi: '3.0.0', info: { title: 'Public API' } });
  });

  test.each(['', '?type=yaml'])(
    'given an address with "%s", then the same document comes as YAML',
    async (query) => {
      await using fake = await startFakeXano();
      const url = apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX');
      const reply = await get(`${url}${query}`);

      expect(reply.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
      expect(() => JSON.parse(reply.text)).toThrow();
      expect(load(reply.text)).toStrictEqual(await getJson(`${url}?type=json`));
    },
  );

  test('given the swaggerspec of a group in the Developer API, then type=json is not in it', async () => {
    await using fake = await startFakeXano();
    const [workspace] = await developerWorkspaces(fake, 'explore-instance');

    expect(workspace?.apigroups.map(({ swaggerspec }) => new URL(swaggerspec).search)).toStrictEqual([
      '',
      '',
    ]);
  });

  test('given one account, when both APIs give a document, then it is the same to the byte', async () => {
    await using fake = await startFakeXano();
    const open = await get(apispecUrl(fake, PRIVATE_DOMAIN, 'YkBUXX?type=json'));
    const meta = await get(`${metaBase(fake)}/workspace/2/apigroup/5/openapi`, fake.accessToken);

    expect(meta.text).toBe(open.text);
  });

  test('given documentation that needs a token, then only its own token opens it', async () => {
    await using fake = await startFakeXano();
    groupOf(fake.account, 'Public API').documentation = 'token';
    groupOf(fake.account, 'Private API').documentation = 'token';
    const [own, other] = await groups(fake);
    const url = apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX?type=json');
    const denied = { status: 403, text: expect.stringContaining('ERROR_CODE_ACCESS_DENIED') };

    expect(await get(url)).toMatchObject(denied);
    expect(await get(url, fake.accessToken)).toMatchObject(denied);
    expect(await get(`${url}&token=${other?.documentation.token}`)).toMatchObject(denied);
    expect(await get(`${url}&token=${own?.documentation.token}`)).toMatchObject({ status: 200 });
  });

  test('given documentation that needs a token, when groups are listed, then the list hands the token out', async () => {
    await using fake = await startFakeXano();
    groupOf(fake.account).documentation = 'token';
    const [protectedGroup, publicGroup] = await groups(fake);
    const token = fake.secrets().find(({ label }) => label === 'documentation-token:Public API')?.value;

    expect(token).toMatch(/^[\w-]{20,}$/);
    expect(protectedGroup).toMatchObject({
      swagger: true,
      documentation: {
        require_token: true,
        token,
        link: expect.stringMatching(new RegExp(`/api:Wk_siXX\\?token=${token}$`)),
      },
    });
    expect(publicGroup).toMatchObject({ swagger: true, documentation: { require_token: false, token: '' } });
  });

  test('given documentation that needs a token, when the Metadata API is asked, then the access token is enough', async () => {
    await using fake = await startFakeXano();
    groupOf(fake.account).documentation = 'token';

    expect(await get(`${metaBase(fake)}/workspace/2/apigroup/4/openapi`, fake.accessToken)).toMatchObject({
      status: 200,
    });
  });

  test('given disabled documentation, then no address gives it, while the lists still name the group', async () => {
    await using fake = await startFakeXano();
    groupOf(fake.account).documentation = 'disabled';
    const notFound = { status: 404, text: expect.stringContaining('ERROR_CODE_NOT_FOUND') };

    expect(await get(apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX?type=json'))).toMatchObject(notFound);
    expect(await get(`${metaBase(fake)}/workspace/2/apigroup/4/openapi`, fake.accessToken)).toMatchObject(
      notFound,
    );
    expect((await groups(fake))[0]).toMatchObject({ name: 'Public API', swagger: false });
    const [workspace] = await developerWorkspaces(fake, 'explore-instance');
    expect(workspace?.apigroups.map(({ name }) => name)).toContain('Public API');
  });

  test('given ETags are switched on, when a document is asked for with the one it has, then 304 comes until it changes', async () => {
    await using fake = await startFakeXano({ etags: true });
    const url = apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX?type=json');
    const etag = (await get(url)).headers.get('etag') ?? '';

    expect(etag).toMatch(/^".+"$/);
    expect(await get(url, undefined, { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
    groupOf(fake.account).description = 'Edited.';
    expect(await get(url, undefined, { 'if-none-match': etag })).toMatchObject({ status: 200 });
  });

  test('given nothing said about ETags, then no document has one', async () => {
    await using fake = await startFakeXano();

    expect((await get(apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX'))).headers.has('etag')).toBe(false);
  });
});
