import { compileFilters, type Filters } from '../catalog/filters.ts';
import type { OnFetchEvent } from '../http/events.ts';
import { openClient } from '../http/paced-client.ts';
import type { ClientOptions } from '../http/settings.ts';
import type { SpecSource } from '../sources/source.ts';
import { type CredentialWarningOptions, credentialWarnings } from './credential-warnings.ts';
import { NOTHING_FOUND } from './nothing-found.ts';
import type { FetchOutcome } from './outcome.ts';
import { Outlet } from './outlet.ts';
import { asOutcome, type Found, Walk, type WalkCounts } from './walk.ts';

export interface FetchOptions extends ClientOptions, CredentialWarningOptions {
  /** What to fetch; everything by default. Give the same `selects` to the snapshot. */
  readonly filters?: Filters;
}

/**
 * Walks through an account and gives an outcome for each of its API groups, and one for
 * each list that was or wasn't read, in no fixed order. What fails is an outcome and never
 * ends the walk. Documents are fetched only as fast as they are taken: at any moment, no
 * more of them are held than requests may be under way.
 *
 * @throws RequestError INTERRUPTED when `signal` is aborted, URL_REFUSED when the environment names a
 *   proxy that is none; nothing else
 */
export async function* fetchDocuments(
  source: SpecSource,
  options: FetchOptions = {},
): AsyncGenerator<FetchOutcome, void, undefined> {
  const { filters = compileFilters(), onEvent = () => {} } = options;
  const http = openClient(source.secrets, options);
  for (const warning of credentialWarnings(source, http.now(), options)) onEvent(warning);
  const outlet = new Outlet<Found>();
  const room = http.room(http.concurrency);
  const walk = new Walk({ http, filters, room, put: (found) => outlet.put(found), onEvent });
  const walked = walk.run(source.open(http)).finally(() => outlet.end());
  // A failure is thrown below, when all that came before it has been taken.
  walked.catch(() => {});
  try {
    for (let next = await outlet.take(); next !== null; next = await outlet.take()) {
      if (next.item.kind === 'answer') {
        yield parsed(next.item);
        next.item.free();
      } else {
        yield next.item;
      }
    }
    warnOfNothing(await walked, onEvent);
  } finally {
    await http.close();
    await walked.catch(() => {});
  }
}

function parsed({ group, read }: Extract<Found, { kind: 'answer' }>): FetchOutcome {
  try {
    return { kind: 'document', group, document: read() };
  } catch (error) {
    return { kind: 'failed', group, error: asOutcome(error) };
  }
}

function warnOfNothing({ groups, listingsFailed }: WalkCounts, onEvent: OnFetchEvent): void {
  if (groups === 0 && listingsFailed === 0) onEvent(NOTHING_FOUND);
}
