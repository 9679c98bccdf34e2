import { Excerpts, renderReport } from '@xano-specs/report';
import type { ExitCode } from '../../exit-codes.ts';
import { writeWhole } from '../../files.ts';
import type { Shell } from '../../shell.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { compareNamed, type Watcher } from '../diff/compare-named.ts';
import type { ComparisonFlags } from '../diff/flags.ts';
import { tellOutcome } from '../diff/tell-outcome.ts';
import { describeCheck } from './describe-check.ts';
import { mustBeReplaceable } from './replaceable.ts';

/** What the options of `report` give. */
export interface ReportFlags extends ComparisonFlags {
  readonly out: string;
}

/**
 * Compares two sides and writes the page. Gives `found` when it fails by `--fail-on`.
 * @throws CommandError, or an error of the engine, when no page could be made
 */
export async function runReport(
  base: string,
  head: string,
  flags: ReportFlags,
  shell: Shell,
): Promise<ExitCode> {
  await mustBeReplaceable(flags.out, shell.workingDirectory);
  const { excerpts, names, watcher } = watch();
  const comparison = await compareNamed(base, head, flags, shell, { watcher });
  const html = renderReport({
    report: comparison.report,
    excerpts,
    names,
    groupWord: names.size > 0 ? 'API group' : 'document',
    notes: comparison.missing,
    describe: describeCheck,
  });
  await writeWhole(flags.out, html, shell.workingDirectory);
  shell.out.write(`${safeLine(flags.out)}\n`);
  return tellOutcome(comparison, flags, shell);
}

/** Takes of the documents, while they are at hand, what the page shows of them. */
function watch() {
  const excerpts = new Excerpts();
  const names = new Map<string, string>();
  const watcher: Watcher = {
    look: ({ changes, exceptions }, versions, name) => {
      excerpts.take(changes, versions, name);
      excerpts.take(exceptions?.accepted ?? [], versions, name);
    },
    sides: async (base, head) => {
      if (head.kind !== 'folder') return;
      const { namesOf } = await import('../diff/owners.ts');
      for (const side of [base, head]) {
        for (const [path, name] of await namesOf(side)) names.set(path, name);
      }
    },
  };
  return { excerpts, names, watcher };
}
