import { Command } from 'commander';
import type { End } from '../../program.ts';
import type { Shell } from '../../shell.ts';
import { type DiffFlags, withPolicyOptions, withReportOptions } from './flags.ts';

const HELP = `
Each of BASE (before) and HEAD (after) is one of
  specs/a.json       a file, JSON or YAML, Swagger 2.0 to OpenAPI 3.2
  specs              a folder: documents are paired by their path
  main:specs         a file or folder in a git revision; paths go from the repository's top
  -                  standard input
  live               as HEAD: Xano as it is now, beside a snapshot (./live is a file)

Examples:
  $ xano-specs diff old.json new.json
  $ xano-specs diff main:specs specs
  $ XANO_ACCESS_TOKEN=... xano-specs diff specs live
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
    .argument('<head>', 'after: the same, or live')
    .option('--no-group', 'one entry for each place, instead of one for each cause');
  return withPolicyOptions(withReportOptions(command))
    .addHelpText('after', HELP)
    .action(async (base: string, head: string, flags: DiffFlags) => {
      const { runDiff } = await import('./run.ts');
      end(await runDiff(base, head, flags, shell));
    });
}
