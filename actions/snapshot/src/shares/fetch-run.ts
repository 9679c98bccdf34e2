import {
  parseShare,
  type ReducedOutcomes,
  type SpecSource,
  shareFilters,
  withUnlisted,
} from '@xano-specs/core';
import { InputError } from '../errors.ts';
import type { Inputs } from '../inputs.ts';
import type { Divided } from '../result.ts';
import { readAccount, type XanoEdges } from '../xano.ts';
import { sharesDirectory } from './directory.ts';
import { writeShare } from './folder.ts';
import { addressOf } from './settings.ts';

/**
 * Fetches one job's share of a divided run into a folder: its second step. What to fetch, and
 * how, is what the share says, as the first step was told.
 */
export async function fetchRun(
  sourceFor: (allowedHosts: readonly string[]) => SpecSource,
  inputs: Inputs,
  edges: XanoEdges & { readonly redact: (text: string) => string },
): Promise<{ readonly divided: Divided; readonly outcomes: ReducedOutcomes }> {
  if (inputs.share === '') {
    throw new InputError('No share is given to fetch.', {
      hint: 'Set the input share to toJSON(matrix.share), with the matrix that the step "plan" gave.',
    });
  }
  const share = parseShare(inputs.share);
  const { settings } = share;
  if (addressOf(inputs) !== settings.address) {
    throw new InputError(`This job would ask ${addressOf(inputs)}; the step "plan" asked another address.`, {
      hint: 'Give the inputs master-url and instance-url alike in both steps.',
    });
  }
  const ownHosts = inputs['allowed-hosts'];
  const source = sourceFor(ownHosts.length > 0 ? ownHosts : settings.allowedHosts);
  const directory = sharesDirectory(inputs['shares-directory'], edges.env);
  const outcomes = await writeShare(directory, share, edges.redact, async (staging) =>
    withUnlisted(
      share,
      await readAccount(
        source,
        { ...settings, filters: shareFilters(share), warnTokenDays: inputs['warn-token-days'] },
        staging,
        edges,
      ),
    ),
  );
  const { number, of, instances } = share;
  const failed = new Set(
    outcomes.unlisted.flatMap(({ scope }) => (scope?.workspace === null ? [scope.instance.name] : [])),
  );
  const fetched = outcomes.unlisted.some(({ scope }) => scope === null) ? 0 : instances.length - failed.size;
  return { outcomes, divided: { count: of, instances: fetched, share: number, matrix: null, directory } };
}
