import { STABILITY_LEVELS, stabilityRank } from '../compare/deprecation.ts';
import type { Finding } from '../compare/finding.ts';
import type { Policy } from './policy.ts';
import { sunsetTime } from './sunset.ts';

/** What deprecation makes of a finding: the id that fits, and whether what is gone was announced. */
export interface Judged {
  readonly id: string;
  readonly args: Readonly<Record<string, string>>;
  /** It was deprecated and its sunset has passed: it may go without an error. */
  readonly announced: boolean;
}

/** What the rules of deprecation depend on. */
export interface Clock {
  readonly now: Date;
  readonly deprecation: Policy['deprecation'];
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The ids for what is gone, by the plain id; an empty one where the plain id stays. */
const REMOVALS: ReadonlyMap<string, { unreadable: string; early: string; announced: string }> = new Map([
  [
    'api-removed-without-deprecation',
    {
      unreadable: 'api-deprecated-sunset-parse',
      early: 'api-removed-before-sunset',
      announced: 'api-removed-with-deprecation',
    },
  ],
  [
    'api-path-removed-without-deprecation',
    {
      unreadable: 'api-path-sunset-parse',
      early: 'api-path-removed-before-sunset',
      announced: 'api-path-removed-with-deprecation',
    },
  ],
  [
    'request-parameter-removed',
    {
      unreadable: 'request-parameter-sunset-parse',
      early: 'request-parameter-removed-before-sunset',
      announced: 'request-parameter-removed-with-deprecation',
    },
  ],
]);

/** The ids for what was announced. */
interface AnnouncementIds {
  readonly missing: string;
  readonly unreadable: string;
  readonly early: string;
  readonly dated: string | null;
}

function propertyIds(place: 'request-property' | 'response-property'): AnnouncementIds {
  return {
    missing: `${place}-deprecated-sunset-missing`,
    unreadable: `${place}-deprecated-sunset-invalid`,
    early: `${place}-sunset-date-too-small`,
    dated: `${place}-deprecated-with-sunset`,
  };
}

const OPERATION: AnnouncementIds = {
  missing: 'api-deprecated-sunset-missing',
  unreadable: 'api-deprecated-sunset-parse',
  early: 'api-sunset-date-too-small',
  dated: 'endpoint-deprecated-with-sunset',
};

const PARAMETER: AnnouncementIds = {
  missing: 'request-parameter-deprecated-sunset-missing',
  unreadable: 'request-parameter-sunset-parse',
  early: 'request-parameter-sunset-date-too-small',
  dated: null,
};

const ANNOUNCEMENTS: ReadonlyMap<string, AnnouncementIds> = new Map([
  ['endpoint-deprecated', OPERATION],
  ['request-parameter-deprecated', PARAMETER],
  ['request-property-deprecated', propertyIds('request-property')],
  ['response-property-deprecated', propertyIds('response-property')],
]);

/** The ids for a date that moved. */
const MOVES: ReadonlyMap<string, AnnouncementIds> = new Map([
  ['api-sunset-changed', { ...OPERATION, early: 'api-sunset-date-changed-too-small', dated: null }],
  [
    'request-parameter-sunset-changed',
    { ...PARAMETER, early: 'request-parameter-sunset-date-changed-too-small' },
  ],
  ['request-property-sunset-changed', { ...propertyIds('request-property'), dated: null }],
  ['response-property-sunset-changed', { ...propertyIds('response-property'), dated: null }],
]);

/**
 * Turns a plain finding about something deprecated into the one that the rules of sunset
 * dates ask for. What isn't about deprecation comes back as it is.
 */
export function judgeLifecycle({ id, args, head }: Finding, clock: Clock): Judged {
  const announcement = ANNOUNCEMENTS.get(id);
  if (announcement !== undefined) return announced(id, args, announcement, clock);
  const move = MOVES.get(id);
  if (move !== undefined) return moved(id, args, move, clock);
  if (head === null && args.deprecated === 'yes') return gone(id, args, clock.now);
  return { id, args, announced: false };
}

function gone(id: string, args: Finding['args'], now: Date): Judged {
  const ids = REMOVALS.get(id);
  const { sunset } = args;
  if (sunset === undefined) return { id, args, announced: false };
  const time = sunsetTime(sunset);
  if (time === null) return { id: ids?.unreadable ?? id, args, announced: false };
  if (now.getTime() < time) return { id: ids?.early ?? id, args, announced: false };
  return { id: ids?.announced ?? id, args, announced: true };
}

function announced(id: string, args: Finding['args'], ids: AnnouncementIds, clock: Clock): Judged {
  const { sunset } = args;
  if (sunset === undefined) {
    return { id: clock.deprecation.sunset === 'required' ? ids.missing : id, args, announced: false };
  }
  const time = sunsetTime(sunset);
  if (time === null) return { id: ids.unreadable, args, announced: false };
  const days = graceDays(args, clock);
  if (isWithin(time, days, clock.now)) {
    return { id: ids.early, args: { ...args, days: String(days) }, announced: false };
  }
  return { id: ids.dated ?? id, args, announced: false };
}

/** A date that moved is judged only where it came nearer: whoever gives more time does no harm. */
function moved(id: string, args: Finding['args'], ids: AnnouncementIds, clock: Clock): Judged {
  const before = args.sunsetBefore === undefined ? null : sunsetTime(args.sunsetBefore);
  const after = args.sunset === undefined ? null : sunsetTime(args.sunset);
  if (before !== null && after !== null && after >= before) return { id, args, announced: false };
  const judged = announced(id, args, { ...ids, dated: null }, clock);
  return judged;
}

function graceDays({ stability }: Finding['args'], { deprecation }: Clock): number {
  const rank = stabilityRank(stability ?? null);
  // A word that is no level promises as much as none.
  return deprecation.graceDays[(rank === null ? undefined : STABILITY_LEVELS[rank]) ?? 'stable'];
}

/** Whether a date comes before the days of grace are over, counted from the start of today in UTC. */
function isWithin(time: number, days: number, now: Date): boolean {
  const today = Math.floor(now.getTime() / MILLISECONDS_A_DAY) * MILLISECONDS_A_DAY;
  return time < today + days * MILLISECONDS_A_DAY;
}
