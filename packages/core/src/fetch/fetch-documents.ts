import type { Filters } from '../catalog/filters.ts';
import { XanoSpecsError } from '../http/errors.ts';
import type { ClientOptions } from '../http/settings.ts';
import type { SpecSource } from '../sources/source.ts';
import type { FetchOutcome } from './outcome.ts';

export interface FetchOptions extends ClientOptions {
  /** What to fetch; everything by default. Give the same `selects` to the snapshot. */
  readonly filters?: Filters;
}

/**
 * Walks through an account and gives an outcome for each of its API groups, and one for
 * each list that was or wasn't read, in no fixed order. What fails is an outcome and never
 * ends the walk. Documents are fetched only as fast as they are taken: at any moment, no
 * more of them are held than requests may be under way.
 *
 * @throws RequestError INTERRUPTED when `signal` is aborted; nothing else
 */
export async function* fetchDocuments(
  _source: SpecSource,
  _options: FetchOptions = {},
): AsyncGenerator<FetchOutcome, void, undefined> {
  yield await Promise.reject(new XanoSpecsError('NOT_BUILT', 'fetchDocuments is being built.'));
}
