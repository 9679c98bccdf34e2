import { textAt, textsAt } from '../contract/look.ts';
import { type CompareContext, type OperationPair, placeOf } from './context.ts';

/** The names that an operation goes by: its `operationId` and its tags. No exchange depends on them. */
export function compareMetadata(context: CompareContext, { base, head }: OperationPair): void {
  const place = placeOf(head);
  const from = textAt(base.site, 'operationId');
  const to = textAt(head.site, 'operationId');
  const sites = { base: base.site, head: head.site };
  if (from !== to) {
    // A generator that starts or ceases to write ids, or writes them in another way, is one cause.
    context.emit({
      id: from === null ? 'api-operation-id-added' : 'api-operation-id-removed',
      ruling: 'safe',
      place,
      ...sites,
      args: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
      cause: [to === null ? 'gone' : 'written'],
    });
  }
  const tagsBefore = new Set(textsAt(base.site, 'tags') ?? []);
  const tagsAfter = new Set(textsAt(head.site, 'tags') ?? []);
  for (const tag of tagsAfter.difference(tagsBefore)) {
    context.emit({ id: 'api-tag-added', ruling: 'safe', place, ...sites, args: { tag }, cause: [tag] });
  }
  for (const tag of tagsBefore.difference(tagsAfter)) {
    context.emit({ id: 'api-tag-removed', ruling: 'safe', place, ...sites, args: { tag }, cause: [tag] });
  }
}
