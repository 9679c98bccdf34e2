import { type Annotation, cut, oneLine, STEP_ANNOTATION_LIMIT, shownName } from '@xano-specs/github';
import type { Result } from './result.ts';
import { keptWords, leakWords, sentence } from './words.ts';

/** The longest message: it is read at a glance, and the summary holds the rest. */
const LONGEST_MESSAGE = 800;

/** The warnings of a run as GitHub shows them: only so many, of which the last one counts the others. */
export function warningsOf(result: Result): Annotation[] {
  const all = allWarnings(result);
  if (all.length <= STEP_ANNOTATION_LIMIT) return all;
  const shown = all.slice(0, STEP_ANNOTATION_LIMIT - 1);
  const more = all.length - shown.length;
  return [
    ...shown,
    { title: `${more.toLocaleString('en-US')} more warnings`, message: 'The job summary lists all of them.' },
  ];
}

/**
 * The warnings of a run: what Xano, the credential or a pull request gave reason for, lists and
 * documents that could not be had, documents that can't be read as things are set, and leaks.
 */
export function allWarnings(result: Result): Annotation[] {
  return [
    ...runWarnings(result),
    ...proposalWarnings(result),
    ...unlistedWarnings(result),
    ...groupWarnings(result),
  ];
}

function runWarnings({ warnings }: Result): Annotation[] {
  return warnings.map(({ message, hint }) => ({
    title: oneLine(message).replace(/\.$/, ''),
    message: messageOf([hint]),
  }));
}

function proposalWarnings({ pullRequest, branch }: Result): Annotation[] {
  if (pullRequest === null) return [];
  const title = `Pull request #${pullRequest.number}`;
  const warnings = pullRequest.warnings.map((message) => ({ title, message: messageOf([message]) }));
  const [first] = pullRequest.conflicts;
  if (first === undefined) return warnings;
  const more = pullRequest.conflicts.length - 1;
  const files = more === 0 ? first : `${first} and ${more.toLocaleString('en-US')} more`;
  const message = `${pullRequest.branch} could not be brought up to date with ${branch ?? ''}: both changed ${files}. Merge it by hand; the snapshot on it is renewed all the same.`;
  return [...warnings, { title, message: messageOf([message]) }];
}

function unlistedWarnings({ unlisted }: Result): Annotation[] {
  return unlisted.map(({ instance, workspace, branch, error }) => ({
    title: `${nameOf([instance, workspace, branch]) || 'The instances'} could not be listed`,
    message: messageOf([error.message, error.hint, 'The documents of what it holds were kept.']),
  }));
}

/** Said of a document that Xano handed out before: somebody changed a setting, or took a right away. */
const READ_BEFORE = 'It could be read before.';

function groupWarnings({ groups }: Result): Annotation[] {
  const failed: Annotation[] = [];
  const unreadable: Annotation[] = [];
  const leaking: Annotation[] = [];
  for (const group of groups) {
    const name = nameOf([group.workspace.name, group.branch, group.group.name]);
    const kept = keptWords(group);
    if (group.error !== null) {
      const message = messageOf([group.error.message, group.error.hint, kept]);
      failed.push({ title: `${name} could not be read`, message });
    }
    if (group.reason !== null) {
      const isNew = group.status === 'kept-unreadable';
      unreadable.push({
        title: isNew ? `${name} became unreadable` : `${name} is not readable`,
        message: messageOf([isNew ? READ_BEFORE : null, group.reason, group.remedy, kept]),
      });
    }
    if (group.leakCount > 0 && group.path !== null) {
      leaking.push({ title: `${name} may leak`, message: leakMessage(group), file: group.path });
    }
  }
  return [...failed, ...unreadable, ...leaking];
}

/** Places of leaks that a message names. */
const NAMED_LEAKS = 3;

function leakMessage({ leaks, leakCount }: Result['groups'][number]): string {
  const places = leaks
    .slice(0, NAMED_LEAKS)
    .map(({ kind, pointer, preview }) => `${kind} ${preview} at ${pointer}`);
  const more = leakCount - places.length;
  return messageOf([
    leakWords(leakCount),
    `${places.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`,
    'Take them out in Xano, or set redact: true.',
  ]);
}

function nameOf(names: readonly (string | null)[]): string {
  return names
    .filter((name) => name !== null)
    .map(shownName)
    .join(' / ');
}

function messageOf(sentences: readonly (string | null)[]): string {
  const said = sentences.filter((part) => part !== null).map((part) => sentence(oneLine(part)));
  return cut(said.join(' '), LONGEST_MESSAGE);
}
