import { type DocumentChange, MANIFEST_FILE } from '@xano-specs/core';
import { commitAt } from '@xano-specs/github';
import type { Report } from '@xano-specs/openapi-diff';
import type { Note } from '../comment/context.ts';
import { compareSelection } from '../compare/compare-selection.ts';
import { exceptionsAt } from '../compare/exceptions.ts';
import { policyOfInputs } from '../compare/policy.ts';
import type { LoadText } from '../compare/sides.ts';
import { blobTexts } from '../documents/blob-texts.ts';
import { commitFiles } from '../documents/commit-files.ts';
import type { Pair, Selection } from '../documents/pair.ts';
import { ActionError } from '../errors.ts';
import { resolveSubject } from '../subject/resolve.ts';
import { wantedBy } from '../subject/wanted.ts';
import type { Ended, Work } from '../work.ts';
import { liveDocuments } from './live-documents.ts';
import { hasCredential } from './source.ts';

/** Which commit's snapshot is compared with Xano, and the pull request that is told. */
interface LiveSubject {
  readonly oid: string;
  readonly baseTip: string;
  readonly pullRequest: number | null;
}

/**
 * Compares the committed snapshot with Xano as it is now: a pull request of an app learns that
 * the backend has moved under it.
 * @throws InputError without a credential
 * @throws ActionError NOTHING_READ when no document could be read
 * @throws GitHubError when GitHub does not give what is asked for
 */
export async function compareLive(work: Work): Promise<Ended> {
  const { event, inputs, octokit, repository, log, now, secrets } = work;
  if (!hasCredential(inputs) && event.name === 'pull_request' && getsNoSecrets(event)) {
    return {
      kind: 'nothing',
      why: 'A pull request from a fork or from Dependabot gets no secrets, so Xano can not be asked.',
    };
  }
  const resolved = await liveSubject(work);
  if (resolved.kind === 'nothing') return resolved;
  const { oid, baseTip, pullRequest } = resolved.subject;
  const inFolder = (path: string) => (inputs.directory === '' ? path : `${inputs.directory}/${path}`);
  const texts = blobTexts(octokit, repository);
  const files = await commitFiles(octokit, repository, { oid, folder: inputs.directory, texts });
  if (!files.listed.has(inFolder(MANIFEST_FILE))) {
    return {
      kind: 'nothing',
      why: `Commit ${oid.slice(0, 7)} has no snapshot in ${inputs.directory || 'its top folder'} to compare Xano with. Take one with the snapshot action, or set directory.`,
    };
  }
  const live = await log.group('Reading the API groups from Xano', () => liveDocuments(work, files));
  const exceptionsOid = inputs['exceptions-from'] === 'head' ? oid : baseTip;
  const read = await exceptionsAt(octokit, repository, { oid: exceptionsOid, path: inputs.exceptions });
  const { selection, loaders } = select(live.changes, live.nameOf, inFolder);
  const compared = await compareSelection(selection, loaders, {
    sides: { base: oid, head: 'live' },
    log: (line) => log.line(line),
    now: now(),
    policy: policyOfInputs(inputs),
    exceptionsFrom: inputs['exceptions-from'],
    redact: (text) => secrets.redact(text),
    ...(read.exceptions === null ? {} : { exceptions: read.exceptions }),
  });
  const redact = <T>(value: T): T => redacted(value, (text) => secrets.redact(text));
  return {
    kind: 'found',
    found: {
      report: redact<Report>(compared.report),
      excerpts: compared.excerpts,
      notes: redact<Note[]>([...compared.notes, ...live.notes, ...read.notes]),
      isUnreadable: compared.isUnreadable,
      names: selection.names,
      documentWord: selection.documentWord,
      base: oid,
      head: null,
      marked: oid,
      pullRequest,
      labelsOf: pullRequest,
      onlyFor: null,
    },
  };
}

/** The pull request's head, where there is one; else the commit that the workflow runs on. */
async function liveSubject(
  work: Work,
): Promise<{ kind: 'subject'; subject: LiveSubject } | { kind: 'nothing'; why: string }> {
  const { event, inputs, octokit, repository, env } = work;
  const isAboutPull = ['pull_request', 'pull_request_target', 'workflow_run'].includes(event.name);
  if (inputs.head !== '' || (!isAboutPull && inputs['pull-request-number'] === null)) {
    const oid = await commitAt(octokit, { ...repository, ref: inputs.head || env.GITHUB_SHA || 'HEAD' });
    return { kind: 'subject', subject: { oid, baseTip: oid, pullRequest: inputs['pull-request-number'] } };
  }
  const wanted = wantedBy(event, { ...inputs, base: '' }, env.GITHUB_SHA ?? 'HEAD');
  const resolved = await resolveSubject(octokit, repository, wanted);
  if (resolved.kind === 'nothing') return resolved;
  const { head, baseTip, pullRequest } = resolved.subject;
  return { kind: 'subject', subject: { oid: head, baseTip, pullRequest } };
}

function getsNoSecrets(event: { readonly fromFork: boolean; readonly author: string | null }): boolean {
  return event.fromFork || event.author === 'dependabot[bot]';
}

function select(
  changes: readonly DocumentChange[],
  nameOf: (group: DocumentChange['group']) => string,
  inFolder: (path: string) => string,
): { selection: Selection; loaders: { base: LoadText; head: LoadText } } {
  const places = { base: new Map<string, DocumentChange>(), head: new Map<string, DocumentChange>() };
  const names = new Map<string, string>();
  const changed = changes.flatMap((change): Pair[] => {
    const { path, previousPath, status, group } = change;
    const base = previousPath === null ? null : inFolder(previousPath);
    const head = path === null || status === 'removed' ? null : inFolder(path);
    const name = head ?? base;
    if (name === null) return [];
    if (base !== null) places.base.set(base, change);
    if (head !== null) places.head.set(head, change);
    names.set(name, nameOf(group));
    return [{ name, base, head }];
  });
  const loader =
    (side: 'base' | 'head', read: (change: DocumentChange) => Promise<string | null>): LoadText =>
    async (path) => {
      const change = places[side].get(path);
      const text = change === undefined ? null : await read(change);
      if (text !== null) return text;
      throw new ActionError('FILE_MISSING', `${path} is no document of the snapshot.`);
    };
  return {
    selection: {
      changed,
      same: [],
      partsChanged: false,
      names,
      documentWord: 'API group',
      notes: [],
    },
    loaders: {
      base: loader('base', (change) => change.readBefore()),
      head: loader('head', (change) => change.readAfter()),
    },
  };
}

/** A value without any secret that became known during the run, whatever text of it that stands in. */
function redacted<T>(value: T, redact: (text: string) => string): T {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' ? redact(one) : one)),
  ) as T;
}
