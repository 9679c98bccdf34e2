import { STABILITY_LEVELS } from '../compare/deprecation.ts';
import { LEVELS, type Level } from '../report/report.ts';
import { LEFT_OUT } from './left-out.ts';
import { PolicyError, type PolicyProblem } from './policy-error.ts';

/** A stability level, as `x-stability-level` writes it. */
export type Stability = (typeof STABILITY_LEVELS)[number];

/** What a user may set the level of an id to; `none` leaves its findings out of the report. */
export type LevelSetting = Level | 'none';

/** From which level on a comparison has failed. */
export type FailOn = 'error' | 'warning' | 'none';

/** Whether a declared property that isn't required counts as promised in responses. */
export type OptionalProperties = 'promised' | 'optional' | 'auto';

/** What is wanted where the law is silent. Plain data; {@link policyOf} fills in the defaults. */
export interface Policy {
  /** By id; it replaces the level of the catalogue, see `levelOf`. */
  readonly levels: ReadonlyMap<string, LevelSetting>;
  readonly responses: {
    /**
     * `promised`: losing a declared property is an error. `optional`: a warning unless it was
     * required. `auto`: promised in a document none of whose response schemas uses `required`.
     */
    readonly optional: OptionalProperties;
    /** `open`: a new value of an enum in a response is a warning; `closed`: an error. */
    readonly enum: 'open' | 'closed';
  };
  /** Whether servers that come and go are reported. */
  readonly servers: 'compared' | 'ignored';
  readonly deprecation: {
    /** Whether what is deprecated must have a sunset date. */
    readonly sunset: 'optional' | 'required';
    /** Days that must lie between the comparison and a sunset that it finds new, by stability level. */
    readonly graceDays: Readonly<Record<Stability, number>>;
  };
  readonly failOn: FailOn;
}

/** A policy as a user writes it: whatever is left out has its default. */
export interface PolicySettings {
  readonly levels?: Readonly<Record<string, LevelSetting>>;
  readonly responses?: { readonly optional?: OptionalProperties; readonly enum?: 'open' | 'closed' };
  readonly servers?: 'compared' | 'ignored';
  readonly deprecation?: {
    readonly sunset?: 'optional' | 'required';
    readonly graceDays?: Readonly<Partial<Record<Stability, number>>>;
  };
  readonly failOn?: FailOn;
}

/** The policy where nothing is set: the levels of the catalogue, and no grace days. */
export const DEFAULT_POLICY: Policy = {
  levels: new Map(),
  responses: { optional: 'auto', enum: 'open' },
  servers: 'compared',
  deprecation: { sunset: 'optional', graceDays: { draft: 0, alpha: 0, beta: 0, stable: 0 } },
  failOn: 'error',
};

/** The longest time of grace, ten years: a larger number is a slip. */
const MOST_GRACE_DAYS = 3_650;

/** The words that other tools use for levels, beside ours. */
const LEVEL_WORDS: ReadonlyMap<string, LevelSetting> = new Map([
  ...LEVELS.map((level) => [level, level] as const),
  ['none', 'none'],
  ['err', 'error'],
  ['warn', 'warning'],
]);

/**
 * The policy that settings ask for. Settings come from outside (a file, an action's inputs),
 * so everything in them is looked at.
 *
 * @param isKnown whether an id is one of the catalogue's
 * @throws PolicyError with every problem of the settings
 */
export function policyOf(settings: unknown, isKnown: (id: string) => boolean): Policy {
  const problems: PolicyProblem[] = [];
  const top = new Reader(settings, '', problems);
  const responses = top.inside('responses');
  const deprecation = top.inside('deprecation');
  const graceDays = deprecation.inside('graceDays');
  const usual = DEFAULT_POLICY;
  const policy: Policy = {
    levels: levelsOf(top.inside('levels'), isKnown),
    responses: {
      optional: responses.choice('optional', ['promised', 'optional', 'auto'], usual.responses.optional),
      enum: responses.choice('enum', ['open', 'closed'], usual.responses.enum),
    },
    servers: top.choice('servers', ['compared', 'ignored'], usual.servers),
    deprecation: {
      sunset: deprecation.choice('sunset', ['optional', 'required'], usual.deprecation.sunset),
      graceDays: {
        draft: graceDays.days('draft'),
        alpha: graceDays.days('alpha'),
        beta: graceDays.days('beta'),
        stable: graceDays.days('stable'),
      },
    },
    failOn: top.choice('failOn', ['error', 'warning', 'none'], usual.failOn),
  };
  top.finish(['levels', 'responses', 'servers', 'deprecation', 'failOn']);
  responses.finish(['optional', 'enum']);
  deprecation.finish(['sunset', 'graceDays']);
  graceDays.finish(STABILITY_LEVELS);
  if (problems.length > 0) throw new PolicyError(problems);
  return policy;
}

function levelsOf(levels: Reader, isKnown: (id: string) => boolean): ReadonlyMap<string, LevelSetting> {
  const found = new Map<string, LevelSetting>();
  for (const [id, value] of levels.entries()) {
    const level = typeof value === 'string' ? LEVEL_WORDS.get(value.toLowerCase()) : undefined;
    if (!isKnown(id)) levels.problem(id, unknownId(id));
    else if (level === undefined) levels.problem(id, 'must be error, warning, info or none');
    else found.set(id, level);
  }
  return found;
}

/** Why a level can't be set for an id; other tools have a check of that name where one was left out. */
function unknownId(id: string): string {
  const leftOut = LEFT_OUT.find((one) => one.id === id);
  return `no check has this id${leftOut === undefined ? '' : `. ${leftOut.why}`}`;
}

/** Takes one mapping of the settings apart and notes what is wrong with it. */
class Reader {
  readonly #members: ReadonlyMap<string, unknown>;
  readonly #where: string;
  readonly #problems: PolicyProblem[];

  constructor(value: unknown, where: string, problems: PolicyProblem[]) {
    this.#where = where;
    this.#problems = problems;
    const isMapping = value !== null && typeof value === 'object' && !Array.isArray(value);
    if (!isMapping && value !== undefined) {
      problems.push({ where: where || 'the settings', message: 'must be a mapping' });
    }
    this.#members = new Map(isMapping ? Object.entries(value) : []);
  }

  problem(key: string, message: string): void {
    this.#problems.push({ where: this.#path(key), message });
  }

  entries(): Iterable<[string, unknown]> {
    return this.#members;
  }

  inside(key: string): Reader {
    return new Reader(this.#members.get(key), this.#path(key), this.#problems);
  }

  choice<T extends string>(key: string, choices: readonly T[], usual: T): T {
    const value = this.#members.get(key);
    if (value === undefined) return usual;
    const found = choices.find((choice) => choice === value);
    if (found === undefined)
      this.problem(key, `must be ${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`);
    return found ?? usual;
  }

  days(key: Stability): number {
    const value = this.#members.get(key);
    if (value === undefined) return DEFAULT_POLICY.deprecation.graceDays[key];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_GRACE_DAYS)
      return value;
    this.problem(key, `must be a whole number of days from 0 to ${MOST_GRACE_DAYS}`);
    return 0;
  }

  finish(known: readonly string[]): void {
    for (const key of this.#members.keys()) {
      if (!known.includes(key)) this.problem(key, `is unknown; known are ${known.join(', ')}`);
    }
  }

  #path(key: string): string {
    const shown = key.length > 100 ? `${key.slice(0, 100)}…` : key;
    return this.#where === '' ? shown : `${this.#where}.${shown}`;
  }
}

/** Whether a report with these counts has failed by a policy's `failOn`. */
export function hasFailed(
  summary: { readonly error: number; readonly warning: number },
  failOn: FailOn,
): boolean {
  if (failOn === 'none') return false;
  return summary.error > 0 || (failOn === 'warning' && summary.warning > 0);
}
