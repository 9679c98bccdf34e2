import { entriesAt, objectAt } from '../contract/look.ts';
import { pointerOf, type Site } from '../contract/site.ts';
import { type CompareContext, documentPlace } from './context.ts';
import type { Lockstep } from './lockstep/lockstep.ts';
import { readsTheSame } from './same-text.ts';
import { code } from './words.ts';

/** Where each version keeps its components, and what one is called. */
const SECTIONS = [
  ['schemas', 'definitions', 'schema'],
  ['parameters', 'parameters', 'parameter'],
  ['responses', 'responses', 'response'],
  ['requestBodies', null, 'request body'],
  ['headers', null, 'header'],
] as const;

/**
 * Components that nothing refers to and that changed or went. What operations reach is
 * compared where they use it, so that a component's name and place mean nothing there.
 */
export function compareUnreachedComponents(context: CompareContext, lockstep: Lockstep): void {
  const documents = { base: context.base.documents, head: context.head.documents };
  for (const [section, swaggerSection, kind] of SECTIONS) {
    const bases = componentsOf(context.base, section, swaggerSection);
    const heads = componentsOf(context.head, section, swaggerSection);
    const isNewHere = ([name]: readonly [string, Site]) => !bases.has(name);
    const renamed = [...heads].filter(isNewHere).map(([, site]) => site);
    for (const [name, base] of bases) {
      if (lockstep.isReached(pointerOf(base))) continue;
      const head = heads.get(name);
      const args = { kind, name };
      const place = documentPlace('component', `${kind} ${code(name)}`);
      if (head !== undefined) {
        if (lockstep.isReached(pointerOf(head)) || lockstep.isEqual(base.raw, head.raw)) continue;
        context.emit({ id: 'api-component-changed', ruling: 'safe', place, base, head, args });
      } else if (!renamed.some((other) => readsTheSame(base, other, documents))) {
        const id = kind === 'schema' ? 'api-schema-removed' : 'api-component-removed';
        context.emit({ id, ruling: 'safe', place, base, args });
      }
    }
  }
}

function componentsOf(
  { root, version }: CompareContext['base'],
  section: string,
  swaggerSection: string | null,
): ReadonlyMap<string, Site> {
  if (version !== '2.0')
    return new Map(entriesAt(objectAt(root, 'components'), section, { extensions: true }));
  return new Map(swaggerSection === null ? [] : entriesAt(root, swaggerSection, { extensions: true }));
}
