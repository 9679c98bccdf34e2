import { z } from 'zod';
import { InputError } from './errors.ts';

/** A text; surrounding white space is not part of it. */
const text = (byDefault: string) => z.string().trim().prefault(byDefault);

/** Names or globs, one a line or separated by commas. */
const names = () =>
  z
    .string()
    .transform((value) =>
      value
        .split(/[\n,]/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    .prefault('');

/** What YAML 1.2 calls a boolean, in any case, as the runner hands it over: text. */
const flag = () =>
  z
    .stringbool({
      truthy: ['true'],
      falsy: ['false'],
      error: ({ input }) => `is "${String(input)}"; write true or false`,
    })
    .prefault('false');

const url = z
  .string()
  .trim()
  .refine((value) => value === '' || URL.canParse(value), {
    error: ({ input }) => `is "${String(input)}", which is no URL; write it as https://example.com`,
  });

const NAMES = 'names or globs, one a line or separated by commas; `!` before one leaves it out';

/**
 * Every input of the action with its default and description: the single truth from which
 * its types and messages come, and with which a test compares action.yml.
 */
export const inputSchema = z.strictObject({
  'xano-access-token': text('').describe(
    'An access token of the Metadata API, from a secret. Give this or `xano-developer-api-key`.',
  ),
  'xano-developer-api-key': text('').describe(
    'A key of the Developer API, from a secret. Give this or `xano-access-token`.',
  ),
  instances: names().describe(`The instances to snapshot: ${NAMES}. All unless given.`),
  workspaces: names().describe(`The workspaces to snapshot: ${NAMES}. All unless given.`),
  branches: names().describe(
    `The Xano branches to snapshot: ${NAMES}. \`live\` is the live branch. All unless given.`,
  ),
  groups: names().describe(`The API groups to snapshot: ${NAMES}. All unless given.`),
  directory: text('specs')
    .transform((value) => value.replaceAll(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, ''))
    .refine((value) => value.split('/').every((part, index) => isPathPart(part, index)), {
      error: 'must be a folder of the repository, written from its root without ".."',
    })
    .describe('The folder of the repository that holds the snapshot.'),
  branch: text('').describe(
    'The branch to commit to. Unless given, the branch that the workflow runs on; for a run on a tag or the like, the default branch. A branch that is named and missing is made from the default branch.',
  ),
  'commit-message': text('').describe(
    'The first line of the commit. Unless given, it says how many API groups changed.',
  ),
  'dry-run': flag().describe('`true` plans and reports, and commits nothing.'),
  'max-removed': z
    .string()
    .trim()
    .regex(/^(?:\d{1,6}|any)$/i, {
      error: ({ input }) => `is "${String(input)}"; write a whole number, or any`,
    })
    .transform((value) => (value.toLowerCase() === 'any' ? Number.POSITIVE_INFINITY : Number(value)))
    .prefault('10')
    .describe(
      'How many API groups may be gone from Xano before the run stops and changes nothing; `any` for no limit.',
    ),
  format: z
    .enum(['json', 'yaml'], { error: ({ input }) => `is "${String(input)}"; write json or yaml` })
    .prefault('json')
    .describe('How documents are written: `json` or `yaml`.'),
  'strip-examples': flag().describe('`true` leaves out examples and default values.'),
  'extract-components': flag().describe(
    '`true` gives object schemas that stand in several places a name, and refers to it.',
  ),
  redact: flag().describe(
    '`true` replaces credentials and personal data that stand in documents. They are reported either way.',
  ),
  'master-url': url
    .prefault('https://app.xano.com')
    .describe('The address of the master service, which lists the instances.'),
  'instance-url': url
    .prefault('')
    .describe(
      'The address of a self-hosted instance, which has no master service. Needs `xano-access-token`.',
    ),
  token: text('')
    .refine((value) => value !== '', {
      error: 'is empty; leave it out, or give a token that may write contents',
    })
    .describe(
      'The token that commits. It needs `contents: write`; with a token of a GitHub App the commit starts other workflows.',
    ),
});

/** The inputs as the action uses them. */
export type Inputs = z.infer<typeof inputSchema>;

export type InputName = keyof typeof inputSchema.shape;

/** The names of all inputs, in the order in which they are documented. */
export const INPUT_NAMES = Object.keys(inputSchema.shape) as readonly InputName[];

/** The inputs that hold secrets: they are masked before anything else happens. */
export const SECRET_INPUTS = [
  'xano-access-token',
  'xano-developer-api-key',
  'token',
] as const satisfies readonly InputName[];

/**
 * Reads the inputs; an empty one counts as not given.
 * @param read gives the text of an input as the runner holds it, '' when there is none
 * @throws InputError that names every input that can't be used, and why
 */
export function readInputs(read: (name: InputName) => string): Inputs {
  const given = INPUT_NAMES.map((name) => [name, read(name)] as const).filter(
    ([, value]) => value.trim() !== '',
  );
  const result = inputSchema.safeParse(Object.fromEntries(given));
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new InputError(`The action's inputs can't be used: ${faults.join('; ')}.`, {
      hint: 'Correct them under "with:" in the workflow.',
    });
  }
  return result.data;
}

function isPathPart(part: string, index: number): boolean {
  // The root of the repository is written as "." or "/", of which nothing is left.
  if (part === '') return index === 0;
  return part !== '.' && part !== '..' && part.toLowerCase() !== '.git' && !/[\\\p{Cc}]/u.test(part);
}
