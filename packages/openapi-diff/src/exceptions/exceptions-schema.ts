import * as z from 'zod';

const text = z.string('must be text').trim().min(1, 'must not be empty').max(10_000, 'is too long');

const entry = z
  .strictObject(
    {
      id: text.optional(),
      operation: text
        .regex(/^\S+ \S/, 'must be a method and a path, such as "GET /book/{id}" or "* /internal/**"')
        .optional(),
      place: text.regex(/^#?\//, 'must be a JSON pointer, such as "/paths/~1book/get"').optional(),
      fingerprint: text
        .regex(/^[0-9a-f]{16}$/, 'must be the 16 hexadecimal digits that a report shows')
        .optional(),
      document: text.optional(),
      reason: z
        .string({
          error: (issue) =>
            issue.input === undefined ? 'is missing: say why this is accepted' : 'must be text',
        })
        .trim()
        .min(1, 'is empty: say why this is accepted'),
      expires: z
        .string('must be a date in quotes, such as "2026-12-31"')
        .refine((date) => isDate(date), 'must be a date, such as 2026-12-31')
        .optional(),
    },
    { error: (issue) => unknownKeys(issue) ?? 'an entry must be a mapping with a reason' },
  )
  .refine(
    ({ id, operation, place, fingerprint }) =>
      [id, operation, place, fingerprint].some((one) => one !== undefined),
    {
      error:
        'an entry must name an id, an operation, a place or a fingerprint: without one it would accept everything',
    },
  );

function unknownKeys(issue: {
  readonly code?: string | undefined;
  readonly keys?: unknown;
}): string | undefined {
  if (issue.code !== 'unrecognized_keys' || !Array.isArray(issue.keys)) return undefined;
  return `unknown: ${issue.keys.map((key) => JSON.stringify(String(key).slice(0, 100))).join(', ')}`;
}

function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** What an exceptions file must look like. */
export const exceptionsSchema = z.strictObject(
  { exceptions: z.array(entry, 'must be a list of entries') },
  { error: (issue) => unknownKeys(issue) ?? 'the file must hold "exceptions:" with a list of entries' },
);
