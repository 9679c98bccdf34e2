import { inspect } from 'node:util';
import type { FakeSecret, FakeXano } from '@xano-specs/fake-xano';
import {
  type FetchEvent,
  type FetchOptions,
  type FetchOutcome,
  fetchDocuments,
  type SourceApi,
  type SourceOptions,
  type SpecSource,
  sourceFromEnvironment,
} from '../../src/index.ts';

export const BOTH: readonly SourceApi[] = ['metadata-api', 'developer-api'];

/** Settings with which nothing takes long: a limit's window of a moment, and retries at once. */
export const QUICK = {
  retryDelayMs: 2,
  requestTimeoutMs: 5_000,
  rateLimit: { requests: 10, windowMs: 60 },
} as const;

/** The source that a person with the fake's credential gets. */
export function sourceOf(fake: FakeXano, api: SourceApi, options: SourceOptions = {}): SpecSource {
  const env =
    api === 'metadata-api'
      ? { XANO_ACCESS_TOKEN: fake.accessToken }
      : { XANO_DEVELOPER_API_KEY: fake.developerApiKey };
  return sourceFromEnvironment(env, { masterUrl: fake.masterUrl, ...options });
}

export interface Walked {
  readonly outcomes: readonly FetchOutcome[];
  readonly events: readonly FetchEvent[];
}

/** Walks through the fake's account. */
export async function walk(
  fake: FakeXano,
  api: SourceApi,
  options: FetchOptions = {},
  sourceOptions: SourceOptions = {},
): Promise<Walked> {
  const outcomes: FetchOutcome[] = [];
  const events: FetchEvent[] = [];
  const source = sourceOf(fake, api, sourceOptions);
  const onEvent = (event: FetchEvent) => events.push(event);
  for await (const outcome of fetchDocuments(source, { ...QUICK, onEvent, ...options }))
    outcomes.push(outcome);
  return { outcomes, events };
}

/** What came of each group and list that was not read: `Public API: document`, `failed CODE`, `list CODE`. */
export function told({ outcomes }: Walked): string[] {
  return outcomes
    .flatMap((outcome) => {
      switch (outcome.kind) {
        case 'listed':
          return [];
        case 'listing-failed':
          return [`list: ${outcome.error.code}`];
        case 'failed':
          return [`${outcome.group.group.name}: ${outcome.error.code}`];
        default:
          return [`${outcome.group.group.name}: ${outcome.kind}`];
      }
    })
    .toSorted();
}

/** The labels of the secrets that stand anywhere in these values, however they are printed. */
export function secretsIn(secrets: readonly FakeSecret[], ...values: unknown[]): string[] {
  const text = values
    .flatMap((value) => [
      inspect(value, { depth: 20, maxArrayLength: null, maxStringLength: null, showHidden: true }),
      JSON.stringify(value) ?? '',
      String(value),
    ])
    .join('\n');
  return secrets.filter(({ value }) => text.includes(value)).map(({ label }) => label);
}
