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
import { EXCEPTIONS_PATH, linkAddress } from '@xano-specs/openapi-diff';
import * as z from 'zod';
import { InputError } from './errors.ts';
import { levelsInput } from './levels-input.ts';

const NAMES = 'names or globs, one a line or separated by commas; `!` before one leaves it out';

/**
 * Every input of the action with its default and description: the single truth from which
 * its types and messages come, and with which a test compares action.yml.
 */
export const inputSchema = z.strictObject({
  compare: choiceInput(['commits', 'live'], 'commits').describe(
    '`commits` compares the documents of two commits. `live` compares the committed snapshot with Xano as it is now, and needs a credential for Xano.',
  ),
  directory: folderInput('specs').describe('The folder of the repository that holds the snapshot.'),
  files: namesInput().describe(
    'Documents of the repository in place of the snapshot: paths, folders or globs, one a line or separated by commas; `!` before one leaves it out.',
  ),
  'pull-request-number': z
    .string()
    .trim()
    .regex(/^(?:[1-9]\d{0,9})?$/, { error: ({ input }) => `is "${String(input)}"; write a number` })
    .transform((value) => (value === '' ? null : Number(value)))
    .prefault('')
    .describe('The pull request to report on. Unless given, the one that the event is about.'),
  base: textInput('').describe(
    'The branch, tag or commit to compare with. Unless given, that of the event. The comparison starts where both sides parted.',
  ),
  head: textInput('').describe(
    'The branch, tag or commit that holds the changes. Unless given, that of the event.',
  ),
  'fail-on': choiceInput(['error', 'warning', 'none'], 'error').describe(
    'What fails the run: `error` for breaking changes, `warning` for those that may break as well, `none` for nothing.',
  ),
  'override-label': textInput('api-break-accepted')
    .transform((value) => (value === 'none' ? null : value))
    .describe(
      'The label of the pull request that lets its changes pass; `none` for no such label. It is read live, and the comment names who set it.',
    ),
  exceptions: textInput(EXCEPTIONS_PATH).describe(
    'The file of the repository that lists accepted changes; it need not be there.',
  ),
  'exceptions-from': choiceInput(['base', 'head'], 'base').describe(
    'Where that file is read: at the `base`, so that a pull request can not excuse itself, or at the `head`.',
  ),
  comment: flagInput('true').describe('`false` writes no comment on the pull request.'),
  'comment-key': textInput('default')
    .refine((value) => value.length <= 100, { error: 'is longer than 100 characters' })
    .describe('Which comment is this one: runs with different keys each keep a comment of their own.'),
  'on-clean': choiceInput(['update', 'delete', 'keep'], 'update').describe(
    'What becomes of the comment when nothing breaks any more: `update` says so in it, `delete` removes it, `keep` leaves it.',
  ),
  'check-as': choiceInput(['none', 'check-run', 'commit-status'], 'none').describe(
    'A mark on the commit beside the job: `none`, `check-run` (needs `checks: write`) or `commit-status` (needs `statuses: write`).',
  ),
  annotations: flagInput('true').describe('`false` puts no annotations on the lines of the documents.'),
  'report-directory': textInput('').describe(
    "The folder of the runner to write the whole report to, as markdown, page, JSON and SARIF. Unless given, a new one under the runner's temporary folder.",
  ),
  'report-url': urlInput()
    .refine((value) => value === '' || new URL(value).protocol === 'https:', {
      error: 'must begin with https://',
    })
    .transform((value) => (value === '' ? null : withoutFragment(value)))
    .prefault('')
    .describe(
      'Where `report.html` will stand once a later step has published it: each change in the comment then links to its place in that page.',
    ),
  levels: levelsInput().describe(
    'Levels of checks, one a line, such as `response-property-enum-value-added: none`: `error`, `warning`, `info` or `none`.',
  ),
  'optional-properties': choiceInput(['auto', 'promised', 'optional'], 'auto').describe(
    'Whether a response promises the properties that it declares and does not require: `promised`, `optional`, or `auto` to tell by the document.',
  ),
  'response-enums': choiceInput(['open', 'closed'], 'open').describe(
    'Whether a new value in a response breaks its readers: `open` is a warning, `closed` an error.',
  ),
  servers: choiceInput(['compared', 'ignored'], 'compared').describe(
    'Whether servers that come and go are reported: `compared` or `ignored`.',
  ),
  'xano-access-token': textInput('').describe(
    'For `compare: live`: an access token of the Metadata API, from a secret. Give this or `xano-developer-api-key`.',
  ),
  'xano-developer-api-key': textInput('').describe(
    'For `compare: live`: a key of the Developer API, from a secret. Give this or `xano-access-token`.',
  ),
  instances: namesInput().describe(
    `For \`compare: live\`: the instances to read: ${NAMES}. All unless given.`,
  ),
  workspaces: namesInput().describe(
    `For \`compare: live\`: the workspaces to read: ${NAMES}. All unless given.`,
  ),
  branches: namesInput().describe(
    `For \`compare: live\`: the Xano branches to read: ${NAMES}. \`live\` is the live branch. All unless given.`,
  ),
  groups: namesInput().describe(`For \`compare: live\`: the API groups to read: ${NAMES}. All unless given.`),
  'master-url': urlInput()
    .prefault('https://app.xano.com')
    .describe('The address of the master service, which lists the instances.'),
  'instance-url': urlInput()
    .prefault('')
    .describe(
      'The address of a self-hosted instance, which has no master service. Needs `xano-access-token`.',
    ),
  token: tokenInput('read contents').describe(
    'The token for GitHub. It needs `contents: read`, and `pull-requests: write` to comment; with one that only reads, the report is in the job summary.',
  ),
});

function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return linkAddress(url.href);
}

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
