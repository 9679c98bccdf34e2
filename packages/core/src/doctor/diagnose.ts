import pLimit from 'p-limit';
import { compileFilters, type Filters } from '../catalog/filters.ts';
import type { CredentialWarningOptions } from '../fetch/credential-warnings.ts';
import type { HttpClient } from '../http/client.ts';
import { XanoSpecsError } from '../http/errors.ts';
import { openClient } from '../http/paced-client.ts';
import { RequestError } from '../http/request-error.ts';
import type { ClientOptions } from '../http/settings.ts';
import { count } from '../http/words.ts';
import { type SourceOptions, sourceFromEnvironment } from '../sources/from-environment.ts';
import type { Listing, SourceInstance, SpecSource } from '../sources/source.ts';
import { diagnoseCredential } from './credential.ts';
import type { Diagnosis } from './diagnosis.ts';
import { diagnoseInstance } from './instance.ts';
import { failing, finding } from './make-diagnosis.ts';

/** What is looked at: a source, or an environment that should make one. */
export type Patient =
  | { readonly source: SpecSource }
  | { readonly env: Readonly<Record<string, string | undefined>>; readonly sourceOptions?: SourceOptions };

export interface DiagnoseOptions extends ClientOptions, CredentialWarningOptions {
  readonly filters?: Filters;
}

/**
 * Walks the chain from the credential to the documents a step at a time, and says of each
 * step whether it goes well and what to do where it doesn't. What is wrong is a diagnosis,
 * never an exception.
 *
 * @throws RequestError INTERRUPTED when `signal` is aborted; nothing else
 */
export async function* diagnose(
  patient: Patient,
  options: DiagnoseOptions = {},
): AsyncGenerator<Diagnosis, void, undefined> {
  const source = sourceOf(patient);
  if (source instanceof XanoSpecsError) {
    yield failing('credential', source);
    return;
  }
  const http = openClient(source.secrets, options);
  try {
    yield* diagnoseCredential(source, http.now(), options);
    yield* diagnoseAccount(source, http, options.filters ?? compileFilters());
  } finally {
    await http.close();
  }
}

function sourceOf(patient: Patient): SpecSource | XanoSpecsError {
  if ('source' in patient) return patient.source;
  try {
    return sourceFromEnvironment(patient.env, patient.sourceOptions);
  } catch (error) {
    if (error instanceof XanoSpecsError) return error;
    throw error;
  }
}

async function* diagnoseAccount(
  source: SpecSource,
  http: HttpClient,
  filters: Filters,
): AsyncGenerator<Diagnosis, void, undefined> {
  const account = source.open(http);
  const started = http.now();
  const listed = await account.listInstances().catch(expected);
  const ms = http.now() - started;
  const host = new URL(source.entry).host;
  if (account.isListed) yield master(host, listed, ms);
  if (listed instanceof XanoSpecsError) {
    if (isAnswer(listed)) yield failing('instances', listed);
    return;
  }
  if (listed.error !== null) yield failing('instances', listed.error);
  const selected = listed.entries.filter(({ identity }) => filters.selectsInstance(identity));
  yield instances(listed.entries.length, selected.length);
  let groups = 0;
  let isWhole = listed.error === null;
  const found = inTurn(selected, http.concurrency, (instance) => diagnoseInstance(instance, http, filters));
  for await (const examined of found) {
    groups += examined.groups;
    isWhole &&= examined.isWhole;
    yield* examined.findings;
  }
  if (selected.length > 0 && groups === 0 && isWhole) yield noGroups();
}

function noGroups(): Diagnosis {
  return finding('warning', 'group', 'No API group is left to snapshot', {
    remedy:
      'Look at the filters for a typing error, and whether the credential belongs to the right account.',
  });
}

function master(host: string, listed: Listing<SourceInstance> | XanoSpecsError, ms: number): Diagnosis {
  if (!(listed instanceof XanoSpecsError) || isAnswer(listed)) {
    return finding('ok', 'master', `${host} answers`, { ms });
  }
  return failing('master', listed, ms);
}

/** Whether an error shows that a Xano is there at all. */
function isAnswer(error: XanoSpecsError): boolean {
  return error instanceof RequestError && error.status !== null && error.code !== 'NOT_JSON';
}

function instances(found: number, selected: number): Diagnosis {
  const what = count(found, 'instance');
  if (found === 0) {
    return finding('warning', 'instances', what, {
      remedy: 'Use a credential of an account that owns an instance or was invited to one.',
    });
  }
  if (selected === found) return finding('ok', 'instances', what);
  return selected > 0
    ? finding('ok', 'instances', what, { detail: `the filters select ${selected} of them` })
    : finding('problem', 'instances', what, {
        detail: 'the filters select none of them',
        remedy: 'Look at the filter of instances for a typing error.',
      });
}

/** Does it for some at a time, and gives what came of it in their order. */
async function* inTurn<T, R>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const limit = pLimit(atATime);
  const underWay = items.map((item) => limit(() => work(item)));
  // A failure is thrown when its turn comes.
  for (const result of underWay) result.catch(() => {});
  for (const result of underWay) yield await result;
}

function expected(error: unknown): XanoSpecsError {
  if (!(error instanceof XanoSpecsError) || error.code === 'INTERRUPTED') throw error;
  return error;
}
