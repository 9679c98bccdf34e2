import { expect, test } from '@jest/globals';
import { bookShop, startFakeXano } from '@xano-specs/fake-xano';
import { REDACTED } from '../../src/index.ts';
import { BOTH, secretsIn, walk } from './against-fake.ts';

test.each(BOTH)(
  'by the %s, given that somebody named everything after the credential, no outcome and no event holds it',
  async (api) => {
    await using fake = await startFakeXano({ account: bookShop() });
    const secret = api === 'metadata-api' ? fake.accessToken : fake.developerApiKey;
    const name = `our ${secret}!`;
    for (const instance of fake.account.instances) {
      instance.display = name;
      for (const workspace of instance.workspaces) {
        workspace.name = name;
        for (const branch of workspace.branches) {
          if (!branch.live) branch.label = name;
          for (const group of branch.groups) {
            group.name = name;
            group.document = () => '{"openapi":"3.0.0","info":{"title":"x","version":"1"},"paths":{}}';
          }
        }
      }
    }
    const { outcomes, events } = await walk(fake, api);
    expect(outcomes.filter(({ kind }) => kind === 'document')).not.toEqual([]);
    expect(secretsIn(fake.secrets(), outcomes, events)).toEqual([]);
    expect(JSON.stringify(outcomes)).toContain(`our ${REDACTED}!`);
  },
);
