import { createHash } from 'node:crypto';
import type { ApiGroup } from '../catalog/identity.ts';
import type { DocumentOutcome, FetchOutcome, ListedOutcome, ListingFailedOutcome } from '../fetch/outcome.ts';
import { XanoSpecsError } from '../http/errors.ts';
import type { Secrets } from '../http/secrets.ts';
import { findLeaks } from '../leaks/find.ts';
import type { FoundLeaks } from '../leaks/leak.ts';
import { redactLeaks } from '../leaks/redact.ts';
import { countDocument, type DocumentCounts } from './document/counts.ts';
import { type DocumentFormat, documentText, type TextOptions } from './document/document-text.ts';
import { SnapshotError } from './errors.ts';
import { placeKey, placeOf } from './group-key.ts';
import { withRedactedNames } from './redacted-names.ts';
import { sha256Of } from './sha256.ts';
import type { Staging } from './staging.ts';

/** What is kept of a fetched document: all but its text. With `redact`, the leaks are no longer in it. */
export interface ReducedDocument extends DocumentCounts, FoundLeaks {
  readonly kind: 'document';
  readonly group: ApiGroup;
  readonly format: DocumentFormat;
  /** Of the text's UTF-8; the text waits in the staging area under this name, unless the snapshot already holds it. */
  readonly sha256: string;
  /** The object id that git gives this text, to compare it with a tree that is not at hand. */
  readonly gitBlob: string;
  /** Length of the text's UTF-8. */
  readonly bytes: number;
}

/** What is kept of a group without a document. */
export type ReducedGroup =
  | ReducedDocument
  | {
      readonly kind: 'unreadable';
      readonly group: ApiGroup;
      readonly reason: string;
      readonly remedy: string;
    }
  | { readonly kind: 'failed'; readonly group: ApiGroup; readonly error: XanoSpecsError };

/** Everything that the plan needs to know of a walk through an account. */
export interface ReducedOutcomes {
  /** By the key of the group's place. */
  readonly groups: ReadonlyMap<string, ReducedGroup>;
  readonly listed: readonly ListedOutcome['scope'][];
  readonly unlisted: readonly ListingFailedOutcome[];
}

/** How the outcomes are reduced. */
export interface ReduceOptions extends TextOptions {
  readonly staging: Staging;
  /** Replaces leaks in the documents; off unless said otherwise. */
  readonly redact?: boolean;
  /** The secrets of this run, which may grow on the way: a document that holds one of them is not written. */
  readonly secrets?: Secrets;
  /** Why the place of the snapshot takes no such document, which has failed then; it takes all unless said otherwise. */
  readonly refusalOf?: (document: ReducedDocument) => XanoSpecsError | null;
  /** Whether the snapshot already holds this very document in its place: its text is not staged then. */
  readonly isHeld?: (document: ReducedDocument) => Promise<boolean>;
  /** Told of each outcome as it comes, for progress. */
  readonly onOutcome?: (outcome: ReducedGroup | ListingFailedOutcome) => void;
}

/**
 * Takes the outcomes one by one, stages the text of each document and keeps only what the
 * plan needs. A document that can't be written becomes a failed outcome of its group: it
 * does not stop the others. An error of the staging area, or of the walk itself, does.
 */
export async function reduceOutcomes(
  outcomes: AsyncIterable<FetchOutcome>,
  options: ReduceOptions,
): Promise<ReducedOutcomes> {
  const groups = new Map<string, ReducedGroup>();
  const listed: ListedOutcome['scope'][] = [];
  const unlisted: ListingFailedOutcome[] = [];
  /** How many secrets were known when a document was searched for them. */
  const searchedFor = new Map<ReducedGroup, number>();
  const take = async (outcome: FetchOutcome): Promise<void> => {
    if (outcome.kind === 'listed') {
      listed.push(outcome.scope);
      return;
    }
    if (outcome.kind === 'listing-failed') {
      unlisted.push(outcome);
      options.onOutcome?.(outcome);
      return;
    }
    const known = options.secrets?.size ?? 0;
    const reduced = outcome.kind === 'document' ? await reduceDocument(outcome, options) : outcome;
    searchedFor.set(reduced, known);
    const key = placeKey(placeOf(outcome.group));
    // A group that was asked for twice keeps its document, whichever answer came first.
    if (reduced.kind === 'document' || groups.get(key)?.kind !== 'document') groups.set(key, reduced);
    options.onOutcome?.(reduced);
  };
  await forEachReleased(outcomes, take);
  for (const [key, one] of groups) {
    const isSearched = searchedFor.get(one) === (options.secrets?.size ?? 0);
    const isNamed = isNamedBySecret(one, options);
    if (!isNamed && (isSearched || !(await holdsSecret(one, options)))) continue;
    const error = isNamed ? credentialInName() : credentialInDocument();
    const failed = { kind: 'failed', group: one.group, error } as const;
    groups.set(key, failed);
    options.onOutcome?.(failed);
  }
  const reduced = { groups, listed, unlisted };
  return options.secrets === undefined ? reduced : withRedactedNames(reduced, options.secrets);
}

/** Takes one after the other. A plain loop would hold each document until the next one has been parsed. */
async function forEachReleased<T>(items: AsyncIterable<T>, take: (item: T) => Promise<void>): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  const takeNext = async (): Promise<boolean> => {
    const next = await iterator.next();
    if (next.done !== true) await take(next.value);
    return next.done !== true;
  };
  try {
    while (await takeNext());
  } finally {
    await iterator.return?.();
  }
}

async function reduceDocument(outcome: DocumentOutcome, options: ReduceOptions): Promise<ReducedGroup> {
  const written = writeDocument(outcome, options);
  if (written.reduced.kind !== 'document' || written.text === null) return written.reduced;
  const { reduced, text } = written;
  if ((await options.isHeld?.(reduced)) !== true) await options.staging.put(reduced.sha256, text);
  return reduced;
}

function writeDocument(
  { group, document }: DocumentOutcome,
  options: ReduceOptions,
): { reduced: ReducedGroup; text: string | null } {
  try {
    const { document: kept, ...found } =
      options.redact === true ? redactLeaks(document) : { document, ...findLeaks(document) };
    const text = documentText(kept, options);
    if (options.secrets?.isIn(text)) throw credentialInDocument();
    const bytes = Buffer.byteLength(text, 'utf8');
    const reduced: ReducedDocument = {
      kind: 'document',
      group,
      format: options.format ?? 'json',
      sha256: sha256Of(text),
      gitBlob: createHash('sha1').update(`blob ${bytes}\0`).update(text, 'utf8').digest('hex'),
      bytes,
      ...found,
      ...countDocument(kept),
    };
    const refusal = options.refusalOf?.(reduced) ?? null;
    if (refusal !== null) throw refusal;
    return { reduced, text };
  } catch (error) {
    if (!(error instanceof XanoSpecsError)) throw error;
    return { reduced: { kind: 'failed', group, error }, text: null };
  }
}

/** Searches a staged document again, for secrets that became known after it was read: a token of another instance. */
async function holdsSecret(one: ReducedGroup, { secrets, staging }: ReduceOptions): Promise<boolean> {
  if (one.kind !== 'document') return false;
  const text = await staging.read(one.sha256);
  return text !== null && secrets?.isIn(text) === true;
}

/** Whether a document would stand below a secret: what its branch and its instance are known by can't be changed. */
function isNamedBySecret(one: ReducedGroup, { secrets }: ReduceOptions): boolean {
  if (one.kind !== 'document' || secrets === undefined) return false;
  const { branch, instance } = one.group;
  return secrets.isIn(branch.label) || secrets.isIn(instance.name);
}

function credentialInName(): SnapshotError {
  return new SnapshotError(
    'CREDENTIAL_IN_DOCUMENT',
    'The name of the branch holds a credential of this run, and the document was not written.',
    {
      hint: 'Give the branch another name in Xano, and make a new credential: whoever could read the name knows the old one.',
    },
  );
}

function credentialInDocument(): SnapshotError {
  return new SnapshotError(
    'CREDENTIAL_IN_DOCUMENT',
    'The document holds a credential of this run, and was not written.',
    {
      hint: 'Take it out of the API group in Xano (a default value, an example, a description, an address), and make a new credential: whoever could read the documentation knows the old one.',
    },
  );
}
