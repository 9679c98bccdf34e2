/** One thing that is wrong in the settings of a comparison. */
export interface PolicyProblem {
  /** The setting: `deprecation.graceDays.stable`. */
  readonly where: string;
  readonly message: string;
}

/** Settings that can't be used; it names every problem. */
export class PolicyError extends Error {
  readonly code = 'POLICY_INVALID';
  override readonly name = 'PolicyError';
  readonly hint = '`xano-specs checks` lists the ids of all checks, `xano-specs diff --help` the settings.';
  readonly problems: readonly PolicyProblem[];

  constructor(problems: readonly PolicyProblem[]) {
    super(
      `The settings can't be used:\n${problems.map(({ where, message }) => `  ${where}: ${message}`).join('\n')}`,
    );
    this.problems = problems;
  }
}
