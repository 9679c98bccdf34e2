import { Command, InvalidArgumentError } from 'commander';
import { EXIT } from '../../exit-codes.ts';
import { notEmpty } from '../../not-empty.ts';
import type { End } from '../../program.ts';
import type { Shell } from '../../shell.ts';

/** What the options of `fake` give. */
export interface FakeFlags {
  readonly folder?: string;
  readonly port?: number;
  readonly latency?: number;
  readonly limited?: boolean;
  readonly leaks?: boolean;
  readonly json?: boolean;
}

const HELP = `
Examples:
  $ xano-specs fake
  $ xano-specs fake --folder openapi/       each document there is an API group
  $ xano-specs fake --limited               the first instance answers 10 requests in 20 s, as on the free plan

It prints the credentials to use and the commands to try, and runs until Ctrl-C.
`;

/** The command `fake`. */
export function fakeCommand(shell: Shell, end: End): Command {
  return new Command('fake')
    .summary('start a Xano to try things with, on this machine')
    .description(
      'Starts a fake Xano on this machine, with a small book shop in it: both of its APIs, credentials and all. Nothing leaves the machine.',
    )
    .option('--folder <path>', 'serve the OpenAPI documents of a folder instead of the book shop', notEmpty)
    .option('--port <number>', 'the first port; any free ones unless said', portNumber)
    .option('--latency <ms>', 'how long every answer takes at least', milliseconds)
    .option('--limited', 'the first instance is on the free plan')
    .option('--leaks', 'the documents hold an e-mail address and a signed link')
    .option('--json', 'print the addresses and credentials as one line of JSON')
    .addHelpText('after', HELP)
    .action(async (flags: FakeFlags) => {
      const { runFake } = await import('./run.ts');
      await runFake(flags, shell);
      end(EXIT.ok);
    });
}

/** The highest port of TCP (RFC 9293). */
const HIGHEST_PORT = 65_535;

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > HIGHEST_PORT) {
    throw new InvalidArgumentError(`A port is a number from 0 to ${HIGHEST_PORT}.`);
  }
  return port;
}

function milliseconds(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give whole milliseconds.');
  return Number(text);
}
