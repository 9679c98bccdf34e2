import { oneLine, shownName } from '@xano-specs/github';
import type { Result } from './result.ts';
import { sentence } from './words.ts';

/** API groups that the error names; the rest is counted. */
const NAMED_GROUPS = 5;

/**
 * The result of a run that must fail when a document can't be read as things are set. What
 * could be read is published all the same: the run fails so that somebody looks.
 */
export function failingOnUnreadable(result: Result): Result {
  const unreadable = result.groups.filter(({ reason }) => reason !== null);
  const [first] = unreadable;
  if (first === undefined || result.error !== null) return result;
  const names = unreadable.slice(0, NAMED_GROUPS).map(({ workspace, branch, group }) =>
    [workspace.name, branch, group.name]
      .filter((name) => name !== null)
      .map(shownName)
      .join(' / '),
  );
  const more = unreadable.length - names.length;
  const what =
    unreadable.length === 1 ? '1 API group' : `${unreadable.length.toLocaleString('en-US')} API groups`;
  const message = `${what} can't be read as things are set: ${names.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}. Their last good documents, where there are any, were kept, and the run fails since fail-on-unreadable is set.`;
  const remedy = first.remedy === null ? '' : `${sentence(oneLine(first.remedy))} `;
  const hint = `${remedy}Or leave such groups out with the input groups.`;
  return { ...result, error: { code: 'UNREADABLE', message, hint } };
}
