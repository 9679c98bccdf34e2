import { Command, InvalidArgumentError, Option } from 'commander';
import { notEmpty } from '../../not-empty.ts';
import type { End } from '../../program.ts';
import type { Shell } from '../../shell.ts';
import { type SourceFlags, withSourceOptions } from '../source-options.ts';
import { type TextFlags, withTextOptions } from '../text-options.ts';

/** What the options of `snapshot` give. */
export interface SnapshotFlags extends SourceFlags, TextFlags {
  readonly out: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly changelog?: boolean;
  readonly failOnUnreadable?: boolean;
  readonly format: 'json' | 'yaml';
  /** Infinity for any number. */
  readonly maxRemoved?: number;
}

const HELP = `
Examples:
  $ XANO_ACCESS_TOKEN=... xano-specs snapshot
  $ xano-specs snapshot --dry-run
  $ xano-specs snapshot --workspace 'Book*' --branch live --out openapi
  $ xano-specs snapshot --json > result.json

A document that can't be had keeps its file: nothing is lost when Xano fails.

Exit codes: 0 taken, 1 taken as far as Xano let it (the table says what is missing),
2 not taken and nothing changed, 130 stopped by Ctrl-C and nothing half-written.
`;

/** The command `snapshot`. */
export function snapshotCommand(shell: Shell, end: End): Command {
  const command = new Command('snapshot')
    .summary('write the OpenAPI document of every API group into a folder')
    .description(
      'Reads the OpenAPI document of every API group of a Xano account and writes those that changed into a folder, made to be committed.',
    )
    .option('--out <folder>', 'the folder of the snapshot', notEmpty, 'specs')
    .option('--dry-run', 'tell what would change, and change nothing')
    .option('--changelog', 'keep a change log, CHANGELOG.md, in the folder')
    .option('--json', 'print the result as JSON');
  withSourceOptions(command).addOption(
    new Option('--format <name>', 'how documents are written').choices(['json', 'yaml']).default('json'),
  );
  return withTextOptions(command)
    .option(
      '--max-removed <number>',
      'how many API groups may be gone before nothing is written; any for no limit (default: 10)',
      maxRemoved,
    )
    .option('--fail-on-unreadable', 'exit with 1 when Xano does not hand out a document as things are set')
    .addHelpText('after', HELP)
    .action(async (flags: SnapshotFlags) => {
      const { runSnapshot } = await import('./run.ts');
      end(await runSnapshot(flags, shell));
    });
}

function maxRemoved(text: string): number {
  if (text === 'any') return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, or any.');
  return Number(text);
}
