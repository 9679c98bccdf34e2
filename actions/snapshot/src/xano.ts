import {
  ACCESS_TOKEN_VARIABLE,
  DEVELOPER_API_KEY_VARIABLE,
  type FetchEvent,
  type FilterPatterns,
  type Filters,
  fetchDocuments,
  type ReducedOutcomes,
  reduceOutcomes,
  type Secrets,
  type ShareSettings,
  type SpecSource,
  type Staging,
  sourceFromEnvironment,
} from '@xano-specs/core';
import type { RunnerLog } from '@xano-specs/github';
import { inWorkflow } from './credential-words.ts';
import { ActionError, InputError } from './errors.ts';
import type { Inputs } from './inputs.ts';
import { outcomeLine } from './progress.ts';
import type { Warning } from './result.ts';
import { refusalOfGitHub } from './too-large.ts';
import { sentence } from './words.ts';

/** What reading an account needs of the world. */
export interface XanoEdges {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: RunnerLog;
  /** What no document may hold: what the inputs hold, and what Xano hands out on the way. */
  readonly secrets: Secrets;
  /** Told of what a person should know, though the run goes on. */
  readonly warn: (warning: Warning) => void;
}

/**
 * The source that the inputs name.
 * @param onSecret told of every secret before it is used
 * @throws InputError when they hold no credential, or two
 * @throws ConfigurationError when a credential or a URL can't be used
 */
export function sourceOf(inputs: Inputs, onSecret: (secret: string) => void): SpecSource {
  const { 'xano-access-token': accessToken, 'xano-developer-api-key': developerApiKey } = inputs;
  if (accessToken === '' && developerApiKey === '') {
    throw new InputError('No credential for Xano is given.', {
      hint: 'Set xano-access-token (or xano-developer-api-key) to a secret that exists: a name that is misspelt, and any secret in a run for a fork, is empty.',
    });
  }
  if (accessToken !== '' && developerApiKey !== '') {
    throw new InputError('Both xano-access-token and xano-developer-api-key are given.', {
      hint: 'Remove one of them: each selects another of the two APIs of Xano.',
    });
  }
  const credential =
    accessToken === ''
      ? { [DEVELOPER_API_KEY_VARIABLE]: developerApiKey }
      : { [ACCESS_TOKEN_VARIABLE]: accessToken };
  const instanceUrl = inputs['instance-url'];
  return sourceFromEnvironment(credential, {
    onSecret,
    allowedHosts: inputs['allowed-hosts'],
    ...(instanceUrl === '' ? { masterUrl: inputs['master-url'] } : { instanceUrls: [instanceUrl] }),
  });
}

/** The day on which the credential of a source expires; null when it does not say. */
export function expiryDay({ credential: { expiresAt } }: SpecSource): string | null {
  return expiresAt === null ? null : new Date(expiresAt).toISOString().slice(0, 10);
}

/** What to read of an account, and how to write it. */
export interface ReadSettings extends Omit<ShareSettings, keyof FilterPatterns | 'allowedHosts' | 'address'> {
  readonly filters: Filters;
  readonly warnTokenDays: number;
}

/**
 * Reads every document that the filters select, with a line of the log for each. What fails is
 * part of what it gives.
 */
export async function readAccount(
  source: SpecSource,
  { filters, warnTokenDays, format, stripExamples, extractComponents, redact }: ReadSettings,
  staging: Staging,
  { env, log, secrets, warn }: XanoEdges,
): Promise<ReducedOutcomes> {
  const outcomes = fetchDocuments(source, {
    env,
    filters,
    warnTokenDays,
    onEvent: (event) => tellEvent(event, { log, warn }),
  });
  return reduceOutcomes(outcomes, {
    staging,
    format,
    stripExamples,
    extractComponents,
    redact,
    secrets,
    refusalOf: refusalOfGitHub,
    onOutcome: (outcome) => log.line(outcomeLine(outcome)),
  });
}

/**
 * What to fail with when nothing at all was read; null when something was, or when the
 * account was read whole and holds nothing.
 */
export function nothingRead({ groups, unlisted }: ReducedOutcomes): ActionError | null {
  const all = [...groups.values()];
  if (all.some(({ kind }) => kind === 'document') || all.length + unlisted.length === 0) return null;
  const [unlistedFirst] = unlisted;
  const failed = all.find((outcome) => outcome.kind === 'failed');
  const unreadable = all.find((outcome) => outcome.kind === 'unreadable');
  const cause = unlistedFirst?.error ?? failed?.error;
  const message = cause?.message ?? unreadable?.reason ?? '';
  const hint = cause === undefined ? unreadable?.remedy : cause.hint;
  return new ActionError('NOTHING_READ', `No document could be read from Xano. ${sentence(message)}`, {
    ...(hint === undefined || hint === null ? {} : { hint }),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** As `nothingRead`, for a part of an account: that all of it is unreadable as things are set is no failure. */
export function everythingFailed(outcomes: ReducedOutcomes): ActionError | null {
  return [...outcomes.groups.values()].some(({ kind }) => kind === 'unreadable')
    ? null
    : nothingRead(outcomes);
}

/** Tells the log of what happens on the way, and the run of what to warn of at its end. */
export function tellEvent(event: FetchEvent, { log, warn }: Pick<XanoEdges, 'log' | 'warn'>): void {
  switch (event.kind) {
    case 'warning': {
      const [message, hint] = [inWorkflow(event.message), inWorkflow(event.hint)];
      log.line(`warning     ${sentence(message)} ${hint}`);
      warn({ code: event.code, message, hint });
      break;
    }
    case 'waiting': {
      const because = event.because === 'rate-limit' ? "Xano's rate limit" : 'another attempt';
      log.line(`waiting     ${(event.ms / 1000).toFixed(1)} s at ${event.where}, for ${because}`);
      break;
    }
    case 'answered':
      log.debug(`${event.status} ${event.url} ${Math.round(event.ms)} ms, ${event.bytes} bytes`);
      break;
    case 'found':
      break;
  }
}
