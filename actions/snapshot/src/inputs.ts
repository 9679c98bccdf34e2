import {
  choiceInput,
  flagInput,
  folderInput,
  namesInput,
  readActionInputs,
  textInput,
  tokenInput,
  urlInput,
} from '@xano-specs/github';
import * as z from 'zod';
import { InputError } from './errors.ts';

const NAMES = 'names or globs, one a line or separated by commas; `!` before one leaves it out';

/**
 * How many jobs a matrix may have.
 * https://docs.github.com/actions/reference/limits, "Job matrix"
 */
const MAX_SHARES = 256;

/** What git takes as the name of a branch, as far as it matters: https://git-scm.com/docs/git-check-ref-format */
const BRANCH_NAME =
  /^(?![/.-]|(?:HEAD|@)$)(?!.*(?:\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)))[^\s~^:?*[\\\p{Cc}\p{Cf}]+(?<![/.])$/u;

/**
 * Every input of the action with its default and description: the single truth from which
 * its types and messages come, and with which a test compares action.yml.
 */
export const inputSchema = z.strictObject({
  'xano-access-token': textInput('').describe(
    'An access token of the Metadata API, from a secret. Give this or `xano-developer-api-key`.',
  ),
  'xano-developer-api-key': textInput('').describe(
    'A key of the Developer API, from a secret. Give this or `xano-access-token`.',
  ),
  instances: namesInput().describe(`The instances to snapshot: ${NAMES}. All unless given.`),
  workspaces: namesInput().describe(`The workspaces to snapshot: ${NAMES}. All unless given.`),
  branches: namesInput().describe(
    `The Xano branches to snapshot: ${NAMES}. \`live\` is the live branch. All unless given.`,
  ),
  groups: namesInput().describe(`The API groups to snapshot: ${NAMES}. All unless given.`),
  directory: folderInput('specs').describe('The folder of the repository that holds the snapshot.'),
  branch: textInput('').describe(
    'The branch to commit to. Unless given, the branch that the workflow runs on; for a run on a tag or the like, the default branch. A branch that is named and missing is made from the default branch, with `mode: commit`.',
  ),
  mode: choiceInput(['commit', 'pull-request', 'auto'], 'commit').describe(
    'What becomes of a change: `commit` commits it to the branch, `pull-request` proposes it in a pull request, `auto` commits what breaks nothing and proposes the rest.',
  ),
  'pull-request-branch': textInput('xano-specs/snapshot')
    .transform((value) => value.replace(/^refs\/heads\//, ''))
    .refine((value) => BRANCH_NAME.test(value), {
      error: ({ input }) => `is "${String(input)}", which git does not take as the name of a branch`,
    })
    .describe(
      'The branch that holds what is proposed. It is made and deleted as needed; give each `directory` one of its own.',
    ),
  'pull-request-title': textInput('').describe(
    'The title of the pull request. Unless given, it says how many API groups changed. One that people change stays.',
  ),
  labels: namesInput().describe(
    'Labels of the pull request, one a line or separated by commas. One that is missing is made.',
  ),
  reviewers: namesInput().describe(
    'People who are asked for a review when the pull request is opened, one a line or separated by commas.',
  ),
  'team-reviewers': namesInput().describe(
    'Teams that are asked for a review, as `team` or `org/team`. This needs the token of a GitHub App or a person.',
  ),
  draft: flagInput().describe('`true` opens the pull request as a draft.'),
  'commit-message': textInput('').describe(
    'The first line of the commit. Unless given, it says how many API groups changed.',
  ),
  changelog: flagInput().describe(
    '`true` keeps a change log, `CHANGELOG.md`, in the folder of the snapshot.',
  ),
  'dry-run': flagInput().describe('`true` plans and reports, and commits nothing.'),
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
  'allowed-hosts': namesInput().describe(
    'The hosts that instances and API groups may name: names or globs such as `*.xano.io`, one a line or separated by commas; `!` before one leaves it out. No other host is asked, and none hears of a credential. Any host unless given.',
  ),
  'fail-on-unreadable': flagInput().describe(
    '`true` fails the run when Xano does not hand out a document as things are set. The rest is committed all the same.',
  ),
  'warn-token-days': z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, { error: ({ input }) => `is "${String(input)}"; write a whole number of days` })
    .transform(Number)
    .prefault('5')
    .describe('How many days before an access token expires the runs warn of it.'),
  format: choiceInput(['json', 'yaml'], 'json').describe('How documents are written: `json` or `yaml`.'),
  'strip-examples': flagInput().describe('`true` leaves out examples and default values.'),
  'extract-components': flagInput().describe(
    '`true` gives object schemas that stand in several places a name, and refers to it.',
  ),
  redact: flagInput().describe(
    '`true` replaces credentials and personal data that stand in documents. They are reported either way.',
  ),
  'master-url': urlInput()
    .prefault('https://app.xano.com')
    .describe('The address of the master service, which lists the instances.'),
  'instance-url': urlInput()
    .prefault('')
    .describe(
      'The address of a self-hosted instance, which has no master service. Needs `xano-access-token`.',
    ),
  step: choiceInput(['all', 'plan', 'fetch', 'publish'], 'all').describe(
    'For an account with many instances, one of the three steps of a run that is divided among jobs: `plan`, `fetch` or `publish`. Otherwise leave it out.',
  ),
  shares: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, { error: ({ input }) => `is "${String(input)}"; write a whole number` })
    .transform(Number)
    .refine((value) => value >= 1 && value <= MAX_SHARES, { error: `must be from 1 to ${MAX_SHARES}` })
    .prefault('20')
    .describe('With `step: plan`: how many jobs fetch at the most.'),
  share: textInput('').describe(
    'With `step: fetch`: what this job fetches, an entry of the matrix that `step: plan` gave.',
  ),
  'shares-directory': textInput('').describe(
    'With `step`: the folder that the jobs hand on. Unless given, `xano-specs-shares` in the temporary folder of the runner.',
  ),
  token: tokenInput('write contents').describe(
    'The token that commits. It needs `contents: write`, and `pull-requests: write` unless `mode` is `commit`; with a token of a GitHub App, what it does starts other workflows.',
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
  const { inputs, faults } = readActionInputs(inputSchema, read);
  if (faults === null) return inputs;
  throw new InputError(`The action's inputs can't be used: ${faults.join('; ')}.`, {
    hint: 'Correct them under "with:" in the workflow.',
  });
}

/** The inputs of a run that is given nothing but the token. */
export function defaultsOf(read: (name: InputName) => string): Inputs {
  return readInputs((name) => (name === 'token' ? read(name) : ''));
}
