import * as z from 'zod';

/** The kinds of input that actions have. The runner hands every one of them over as text. */

/** A text; surrounding white space is not part of it. */
export const textInput = (byDefault: string) => z.string().trim().prefault(byDefault);

/** Lines, and commas but for those inside the braces of a glob. */
const SEPARATOR = /\n|,(?![^{}\n]*\})/;

/** Names or globs, one a line or separated by commas. */
export const namesInput = () =>
  z
    .string()
    .transform((value) =>
      value
        .split(SEPARATOR)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    .prefault('');

/** What YAML 1.2 calls a boolean, in any case. */
export const flagInput = (byDefault: 'true' | 'false' = 'false') =>
  z
    .stringbool({
      truthy: ['true'],
      falsy: ['false'],
      error: ({ input }) => `is "${String(input)}"; write true or false`,
    })
    .prefault(byDefault);

/** One of some words. */
export const choiceInput = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  byDefault: Words[number],
) =>
  z
    .enum(words, {
      error: ({ input }) =>
        `is "${String(input)}"; write ${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`,
    })
    .prefault(byDefault);

/** A URL, or nothing. */
export const urlInput = () =>
  z
    .string()
    .trim()
    .refine((value) => value === '' || mayHoldPassword(value) || URL.canParse(value), {
      error: ({ input }) => `is "${String(input)}", which is no URL; write it as https://example.com`,
    })
    .refine((value) => !mayHoldPassword(value), {
      // It is not printed.
      error: 'holds an @; write an address without a user and a password, as https://example.com',
    });

/** Whether an address has a user, or has an @ and is none, so that what stands before it may be a password. */
function mayHoldPassword(value: string): boolean {
  const [authority = ''] = value.replace(/^[a-z][a-z\d+.-]*:\/\//i, '').split(/[/?#\\]/);
  return authority.includes('@') || (value.includes('@') && !URL.canParse(value));
}

/** A folder of the repository, from its root; the root itself is ''. */
export const folderInput = (byDefault: string) =>
  textInput(byDefault)
    .transform((value) => value.replaceAll(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, ''))
    .refine((value) => value.split('/').every((part, index) => isPathPart(part, index)), {
      error: 'must be a folder of the repository, written from its root without ".."',
    });

/** The token of the job, or another one. */
export const tokenInput = (needs: string) =>
  textInput('').refine((value) => value !== '', {
    error: `is empty; leave it out, or give a token that may ${needs}`,
  });

/** The inputs of an action, or what is wrong with each of those that can't be used. */
export type ReadInputs<Inputs> =
  | { readonly inputs: Inputs; readonly faults: null }
  | { readonly inputs: null; readonly faults: readonly string[] };

/**
 * Reads the inputs that a schema names; an empty one counts as not given.
 * @param read gives the text of an input as the runner holds it, '' when there is none
 */
export function readActionInputs<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  read: (name: keyof Shape & string) => string,
): ReadInputs<z.output<z.ZodObject<Shape>>> {
  const names = Object.keys(schema.shape) as (keyof Shape & string)[];
  const given = names.map((name) => [name, read(name)] as const).filter(([, value]) => value.trim() !== '');
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return { inputs: result.data, faults: null };
  return {
    inputs: null,
    faults: result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
  };
}

function isPathPart(part: string, index: number): boolean {
  // The root of the repository is written as "." or "/", of which nothing is left.
  if (part === '') return index === 0;
  return part !== '.' && part !== '..' && part.toLowerCase() !== '.git' && !/[\\\p{Cc}]/u.test(part);
}
