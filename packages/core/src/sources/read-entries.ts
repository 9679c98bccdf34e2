import type * as z from 'zod';
import type { ClientRequest } from '../http/client.ts';
import type { RequestError } from '../http/request-error.ts';
import { MAX_ENTRIES } from './inferred.ts';
import { wrongShape } from './read-answer.ts';
import { shapeProblem } from './shape-problem.ts';
import type { Listing } from './source.ts';

/**
 * Reads the entries of a list one by one: a bad one doesn't cost the others, but the list
 * then counts as not read whole. `key` gives what must differ from entry to entry.
 *
 * @throws RequestError WRONG_SHAPE for more entries than an account can have
 */
export function readEntries<T>(
  values: readonly unknown[],
  schema: z.ZodType<T>,
  request: ClientRequest,
  key: (entry: T) => string | number,
): Listing<T> {
  if (values.length > MAX_ENTRIES) {
    throw wrongShape(request, `it has ${values.length} entries, and more than ${MAX_ENTRIES} are not read`);
  }
  const entries = new Map<string | number, T>();
  let error: RequestError | null = null;
  for (const [index, value] of values.entries()) {
    const result = schema.safeParse(value);
    if (!result.success) {
      error ??= wrongShape(
        request,
        shapeProblem(result.error, value, `[${index}]${separator(result.error)}`),
      );
    } else if (entries.has(key(result.data))) {
      error ??= wrongShape(request, `[${index}] is a second entry with the id or name of another`);
    } else {
      entries.set(key(result.data), result.data);
    }
  }
  return { entries: [...entries.values()], error };
}

function separator(error: z.ZodError): string {
  return (error.issues[0]?.path.length ?? 0) > 0 ? '.' : '';
}
