import { describe, expect, test } from '@jest/globals';
import { bookShop, type MisbehaviourName, misbehave, startFakeXano } from '@xano-specs/fake-xano';
import { environmentOf, secretsIn } from './support/account.ts';
import { xanoSpecs } from './support/command.ts';
import { emptyFolder, filesOf } from './support/folders.ts';

/** What goes wrong while the command runs; null for nothing. */
const TROUBLE: readonly (MisbehaviourName | null)[] = [
  null,
  'brokenJson',
  'tokenExpires',
  'redirectElsewhere',
];

describe('secrets', () => {
  test.each(TROUBLE.flatMap((name) => [[name, 'metadata'] as const, [name, 'developer'] as const]))(
    'given %s and the %s API, then no secret is printed or written, with --debug and stacks too',
    async (name, api) => {
      await using xano = await startFakeXano({ account: bookShop() });
      await using folder = await emptyFolder();
      if (name !== null) xano.faults.add({ misbehave: misbehave[name](), after: 2, times: 2 });
      const options = { cwd: folder.path, env: environmentOf(xano, api) };
      const runs = [
        await xanoSpecs(['snapshot', '--debug', '--json'], options),
        await xanoSpecs(['doctor', '--debug'], options),
      ];
      const everything = JSON.stringify([runs, await filesOf(folder.path)]);
      expect(everything).toContain('starter-instance');
      expect(secretsIn(xano, everything)).toEqual([]);
      expect(xano.log.strays()).toEqual([]);
    },
  );
});
