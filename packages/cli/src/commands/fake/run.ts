import { once } from 'node:events';
import { resolve } from 'node:path';
import { bookShop, describeFake, type FakeXano, folderAccount, startFakeXano } from '@xano-specs/fake-xano';
import { CommandError } from '../../errors.ts';
import type { Shell } from '../../shell.ts';
import { meaningOf } from '../../system-errors.ts';
import type { FakeFlags } from './command.ts';

/**
 * Runs a fake Xano until the user stops it.
 * @throws CommandError when the folder holds no document or the port is taken
 */
export async function runFake(flags: FakeFlags, shell: Shell): Promise<void> {
  const stopped = shell.untilInterrupted();
  const account = accountOf(flags, shell);
  const [first] = account.instances;
  if (flags.limited === true && first !== undefined) first.limited = true;
  await using fake = await start(account, flags);
  shell.out.write(flags.json === true ? `${JSON.stringify(addressesOf(fake))}\n` : introduction(fake, shell));
  if (!stopped.aborted) await once(stopped, 'abort');
  shell.err.write('\nThe fake Xano has stopped.\n');
}

function accountOf({ folder, leaks }: FakeFlags, { workingDirectory }: Shell) {
  if (folder === undefined) return bookShop({ leaks: leaks === true });
  try {
    return folderAccount(resolve(workingDirectory, folder));
  } catch (cause) {
    throw new CommandError(
      'FILE',
      `${folder} can't be served: ${meaningOf(cause).replace(/\.$/, '')}.`,
      'Give a folder that holds OpenAPI documents as .json, .yaml or .yml files.',
      cause,
    );
  }
}

async function start(account: FakeXano['account'], { port, latency }: FakeFlags): Promise<FakeXano> {
  try {
    return await startFakeXano({
      account,
      ...(port === undefined ? {} : { port }),
      ...(latency === undefined ? {} : { latencyMs: latency }),
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new CommandError(
      'USAGE',
      `Port ${port}, or one of those that follow it, is taken by another program.`,
      'Leave --port out to take any free ports, or choose another one.',
      cause,
    );
  }
}

function addressesOf({ masterUrl, accessToken, developerApiKey, origins }: FakeXano) {
  return { masterUrl, accessToken, developerApiKey, origins };
}

function introduction(fake: FakeXano, { out }: Shell): string {
  const { bold, dim } = out.colours;
  return [
    describeFake(fake),
    bold('Try, in another terminal:'),
    `  export XANO_MASTER_URL=${fake.masterUrl} XANO_ACCESS_TOKEN=${fake.accessToken}`,
    '  xano-specs doctor',
    '  xano-specs snapshot',
    '',
    dim('Ctrl-C stops it.'),
    '',
  ].join('\n');
}
