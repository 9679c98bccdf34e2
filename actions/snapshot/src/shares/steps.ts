import { InputError } from '../errors.ts';
import type { InputName, Inputs } from '../inputs.ts';

/** A step of a run that is divided among jobs. */
export type Step = Exclude<Inputs['step'], 'all'>;

/**
 * The steps that look at an input; any that isn't named here may stand in all of them. What is to be
 * fetched, and how, is said where the work is divided, and handed on from there.
 */
const STEPS: Partial<Readonly<Record<InputName, readonly Step[]>>> = {
  instances: ['plan'],
  workspaces: ['plan'],
  branches: ['plan'],
  groups: ['plan'],
  format: ['plan'],
  'strip-examples': ['plan'],
  'extract-components': ['plan'],
  redact: ['plan'],
  shares: ['plan'],
  share: ['fetch'],
  'allowed-hosts': ['plan', 'fetch'],
  'warn-token-days': ['plan', 'fetch'],
  directory: ['publish'],
  branch: ['publish'],
  mode: ['publish'],
  'pull-request-branch': ['publish'],
  'pull-request-title': ['publish'],
  labels: ['publish'],
  reviewers: ['publish'],
  'team-reviewers': ['publish'],
  draft: ['publish'],
  'commit-message': ['publish'],
  changelog: ['publish'],
  'dry-run': ['publish'],
  'max-removed': ['publish'],
  'fail-on-unreadable': ['publish'],
};

/**
 * Makes sure that a step of a divided run is told nothing that it would not look at: `redact` beside
 * the commit would be believed in, and do nothing.
 * @param defaults the inputs of a run that is given none: the runner fills them in, given or not
 * @throws InputError that names every such input, and the step that takes it
 */
export function assertOwnInputs(step: Step, inputs: Inputs, defaults: Inputs): void {
  const strangers = Object.entries(STEPS).filter(
    ([name, steps]) =>
      !steps.includes(step) && !isSame(inputs[name as InputName], defaults[name as InputName]),
  );
  if (strangers.length === 0) return;
  const faults = strangers.map(
    ([name, steps]) => `${name} (${steps.map((one) => `"${one}"`).join(' and ')} takes it)`,
  );
  throw new InputError(`The step "${step}" does not look at: ${faults.join('; ')}.`, {
    hint: 'Move each of them under "with:" of the step that takes it.',
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
