import type { Filters } from '../catalog/filters.ts';
import { XanoSpecsError } from '../http/errors.ts';
import type { ClientOptions } from '../http/settings.ts';
import type { SourceOptions } from '../sources/from-environment.ts';
import type { SpecSource } from '../sources/source.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What is looked at: a source, or an environment that should make one. */
export type Patient =
  | { readonly source: SpecSource }
  | { readonly env: Readonly<Record<string, string | undefined>>; readonly sourceOptions?: SourceOptions };

export interface DiagnoseOptions extends ClientOptions {
  readonly filters?: Filters;
  /** Milliseconds since 1970, to tell how long a token is good for; the machine's clock by default. */
  readonly today?: () => number;
}

/**
 * Walks the chain from the credential to the documents a step at a time, and says of each
 * step whether it goes well and what to do where it doesn't. What is wrong is a diagnosis,
 * never an exception.
 *
 * @throws RequestError INTERRUPTED when `signal` is aborted; nothing else
 */
export async function* diagnose(
  _patient: Patient,
  _options: DiagnoseOptions = {},
): AsyncGenerator<Diagnosis, void, undefined> {
  yield await Promise.reject(new XanoSpecsError('NOT_BUILT', 'diagnose is being built.'));
}
