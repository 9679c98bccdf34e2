import type { Ruling } from '../compare/finding.ts';
import type { JsonObject } from '../read/document.ts';
import type { Level } from '../report/report.ts';
import type { Law } from './law.ts';
import type { Words } from './words.ts';

/** What a check is about; the sections of the index of checks. */
export type Area =
  | 'operations'
  | 'parameters'
  | 'request bodies'
  | 'responses'
  | 'media types'
  | 'headers'
  | 'security'
  | 'servers'
  | 'webhooks and callbacks'
  | 'links'
  | 'deprecation'
  | 'stability'
  | 'metadata'
  | 'components'
  | 'types'
  | 'null'
  | 'allowed values'
  | 'bounds'
  | 'patterns'
  | 'properties'
  | 'items'
  | 'composition'
  | 'discriminator'
  | 'read-only and write-only'
  | 'defaults'
  | 'annotations'
  | 'whole schemas';

/** The level that each ruling of the engine gets where no policy speaks. */
export type Levels = Readonly<Record<Ruling, Level>>;

/** Two whole documents between which a check speaks. */
export interface Example {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** The part of both that the check's page shows; the whole documents where it is left out. */
  readonly shown?: {
    readonly before: JsonObject | boolean;
    readonly after: JsonObject | boolean;
    readonly where: string;
  };
  /** Settings other than the defaults that the example needs, as a user writes them. */
  readonly policy?: JsonObject;
}

/** Where the ids in common use give another level, and why ours is different. */
export interface LevelDifference {
  readonly listed: Level;
  readonly why: string;
}

/** One entry of the catalogue: all that is known of an id. Pages, tests and lists come from it. */
export interface Check {
  /** Place and event: `request-property` and `max-decreased`. */
  readonly id: string;
  /** The page that documents it, without folder and extension; a family of checks shares one. */
  readonly page: string;
  readonly area: Area;
  /** What has happened when this check speaks: one sentence for its page. */
  readonly meaning: string;
  readonly law: Law;
  /** What the engine rules in the example: how the check usually speaks. */
  readonly usual: Ruling;
  readonly levels: Levels;
  /** null where our usual level is the listed one, or the id isn't listed. */
  readonly differs: LevelDifference | null;
  /** One line without the operation and without a full stop: "`price` became text in a response". */
  readonly cause: (words: Words) => string;
  /** A clause for after "because" or a colon: "`currency` is required". */
  readonly because: (words: Words) => string;
  /** Made on demand: only tests and pages need it. */
  readonly example: () => Example;
}

/** What an author of an entry writes; {@link defineCheck} fills in the rest. */
export interface CheckInput {
  readonly id: string;
  /** The id itself where it is left out. */
  readonly page?: string;
  readonly area: Area;
  readonly meaning: string;
  readonly law: Law;
  readonly usual: Ruling;
  /** Only what differs from {@link DEFAULT_LEVELS}. */
  readonly levels?: Partial<Levels>;
  readonly differs?: LevelDifference;
  readonly cause: (words: Words) => string;
  /** The same as `cause` where it is left out. */
  readonly because?: (words: Words) => string;
  readonly example: () => Example;
}

/** What breaks is an error, what can't be decided a warning, what is safe a note. */
export const DEFAULT_LEVELS: Levels = { breaking: 'error', undecided: 'warning', safe: 'info' };

/** An entry with everything that its author left to the defaults. */
export function defineCheck(input: CheckInput): Check {
  return {
    id: input.id,
    page: input.page ?? input.id,
    area: input.area,
    meaning: input.meaning,
    law: input.law,
    usual: input.usual,
    levels: input.levels === undefined ? DEFAULT_LEVELS : { ...DEFAULT_LEVELS, ...input.levels },
    differs: input.differs ?? null,
    cause: input.cause,
    because: input.because ?? input.cause,
    example: input.example,
  };
}

/** The level that a check's findings have where no policy speaks and the ruling is the usual one. */
export function usualLevel(check: Check): Level {
  return check.levels[check.usual];
}
