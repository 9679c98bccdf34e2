import type * as z from 'zod';

/** A text that fits the schema, or what is wrong with it. */
export type ReadJson<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: string };

/** Reads JSON that another job wrote. */
export function readJson<T>(schema: z.ZodType<T>, text: string): ReadJson<T> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { value: null, problem: 'it is no JSON' };
  }
  const result = schema.safeParse(parsed);
  if (result.success) return { value: result.data, problem: null };
  const [issue] = result.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  return { value: null, problem: `${place === '' ? 'the whole' : place}: ${issue?.message ?? 'is wrong'}` };
}
