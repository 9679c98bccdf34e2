import { RequestError } from '../http/request-error.ts';

/** Gives an error with a hint that knows more; its message, its code and what it tells of stay. */
export function withHint(error: unknown, hintOf: (error: RequestError) => string | null): unknown {
  if (!(error instanceof RequestError)) return error;
  const hint = hintOf(error);
  if (hint === null) return error;
  return new RequestError(error.code, error.message, {
    hint,
    url: error.url,
    status: error.status,
    ...(error.cause === undefined ? {} : { cause: error.cause }),
  });
}

/** Does something, and gives an error of it a hint that knows more. */
export async function hinting<T>(
  hintOf: (error: RequestError) => string | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withHint(error, hintOf);
  }
}
