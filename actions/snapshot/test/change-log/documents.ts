import { type ApiGroup, type DocumentChange, placeKey, placeOf } from '@xano-specs/core';
import { apiGroup } from '../groups.ts';

/** A document of a group by this name that changes in this way; `facts` overrule. */
export function documentChange(
  name: string,
  status: DocumentChange['status'],
  facts: Partial<DocumentChange> = {},
  place: Partial<ApiGroup> = {},
): DocumentChange {
  const group = apiGroup(name, { group: { id: name.length, name, canonical: null }, ...place });
  const path = `e/b/${name.toLowerCase()}.json`;
  return {
    key: `${placeKey(placeOf(group))} ${name}`,
    group,
    status,
    path: status === 'removed' ? null : path,
    previousPath: status === 'added' ? null : status === 'renamed' ? 'e/b/old.json' : path,
    previousVersion: status === 'added' ? null : '1.4.2',
    version: status === 'removed' ? null : status === 'added' ? '1.0.0' : '1.4.2',
    isPutBack: false,
    isAsLeft: () => true,
    readBefore: async () => null,
    readAfter: async () => null,
    ...facts,
  };
}
