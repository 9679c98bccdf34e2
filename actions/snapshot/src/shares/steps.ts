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

/** The inputs that mean something only to a run that is divided among jobs. */
const OF_DIVIDED_RUNS = ['share', 'shares', 'shares-directory'] as const satisfies readonly InputName[];

/**
 * Makes sure that a run that is not divided is not told how to divide it, which would do nothing.
 * @throws InputError that names every such input
 */
export function assertUndivided(inputs: Inputs, defaults: Inputs): void {
  const strangers = OF_DIVIDED_RUNS.filter((name) => !isSame(inputs[name], defaults[name]));
  if (strangers.length === 0) return;
  throw new InputError(`No step is given, so that nothing looks at: ${strangers.join(', ')}.`, {
    hint: 'Set the input step to plan, fetch or publish, as in the example of many instances; or leave them out, and one job does everything.',
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
