import { Command, Option } from 'commander';
import { notEmpty } from '../../not-empty.ts';
import type { End } from '../../program.ts';
import type { Shell } from '../../shell.ts';
import { type DiffFlags, FORMATS, withPolicyOptions } from './flags.ts';

const HELP = `
Each of BASE (before) and HEAD (after) is one of
  specs/a.json       a file, JSON or YAML, Swagger 2.0 to OpenAPI 3.2
  specs              a folder: documents are paired by their path
  main:specs         a file or folder in a git revision; paths go from the repository's top
  -                  standard input

Examples:
  $ xano-specs diff old.json new.json
  $ xano-specs diff main:specs specs
  $ xano-specs diff HEAD~1:specs HEAD:specs --format markdown --output report.md
  $ curl -fsS https://example.com/openapi.json | xano-specs diff specs/api.json -
  $ xano-specs diff old.json new.json --fail-on warning --level response-optional-property-removed=warning

Exit codes: 0 nothing that fails, 1 something does (--fail-on), 2 no report could be made.
The verdict in one line always ends standard error.
`;

/** The command `diff`. */
export function diffCommand(shell: Shell, end: End): Command {
  const command = new Command('diff')
    .summary('what changed between two OpenAPI documents, and what of it breaks')
    .description(
      'Compares OpenAPI documents by what they promise: what breaks, with an example that shows it, and what does not.',
    )
    .argument('<base>', 'before: a file, a folder, REV:path or -')
    .argument('<head>', 'after: the same')
    .addOption(new Option('--format <name>', 'the form of the report').choices(FORMATS).default('text'))
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write the report to a file instead of standard output', notEmpty)
    .addOption(
      new Option('--fail-on <level>', 'from which level on the exit code is 1')
        .choices(['error', 'warning', 'none'])
        .default('error'),
    )
    .option(
      '--exceptions <file>',
      'changes that are accepted (default: .xano-specs/exceptions.yml, if it is there)',
      notEmpty,
    )
    .option('--no-exceptions', 'use no exceptions file')
    .option('--no-group', 'one entry for each place, instead of one for each cause');
  return withPolicyOptions(command)
    .addHelpText('after', HELP)
    .action(async (base: string, head: string, flags: DiffFlags) => {
      const { runDiff } = await import('./run.ts');
      end(await runDiff(base, head, flags, shell));
    });
}
