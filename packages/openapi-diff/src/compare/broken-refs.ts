import { pointerOf } from '../contract/site.ts';
import { type CompareContext, documentPlace } from './context.ts';
import { code } from './words.ts';

/** References of the head that lead nowhere, where the base's did lead somewhere: what they stand for can't be judged. */
export function reportBrokenRefs(context: CompareContext): void {
  const known = new Set(Array.from(context.base.broken.values(), ({ problem }) => problem.ref));
  for (const { site, problem } of context.head.broken.values()) {
    if (known.has(problem.ref)) continue;
    context.emit({
      id: 'api-reference-unresolved',
      ruling: 'undecided',
      place: documentPlace('component', `reference ${code(problem.ref)}`),
      head: site,
      args: { ref: problem.ref },
      reason: problem.message,
      cause: [problem.ref, pointerOf(site)],
    });
  }
}
