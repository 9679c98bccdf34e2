import fc from 'fast-check';
import { renderJson } from '../../src/render/json.ts';
import { renderText } from '../../src/render/text.ts';
import type { Change, Report } from '../../src/report/report.ts';
import { operationKey } from '../../src/report/summary.ts';
import { choices, type DraftObject, document, schema } from './documents.ts';
import { EDITS } from './edits.ts';
import { BrokenLaw, badness, compared, comparedWithSharedParts, described } from './engine.ts';
import { HARMLESS, type Respelling, SILENT } from './respellings.ts';
import { objectAt, operationsOf } from './schemas.ts';
import { witnessProblems } from './witnesses.ts';

/** A law of the engine over whole documents: a property that must hold for everything that is generated. */
export interface Law {
  readonly name: string;
  readonly property: () => fc.IAsyncPropertyWithHooks<unknown[]>;
}

/** A document and what a few edits make of it. */
export const edited: fc.Arbitrary<{
  readonly before: DraftObject;
  readonly after: DraftObject;
  readonly edits: string;
}> = fc
  .tuple(document, fc.array(fc.tuple(fc.constantFrom(...EDITS), choices), { minLength: 1, maxLength: 3 }))
  .map(([before, edits]) => {
    const after = structuredClone(before);
    for (const [edit, choice] of edits) edit.apply(after, choice);
    return { before, after, edits: edits.map(([{ name }]) => name).join(', ') };
  });

function property<T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (...given: T) => Promise<void>,
): () => fc.IAsyncPropertyWithHooks<unknown[]> {
  return () => fc.asyncProperty(...arbitraries, holds) as unknown as fc.IAsyncPropertyWithHooks<unknown[]>;
}

const isSafe = ({ level }: Change) => level === 'info';

/** What no operation reaches is compared as it is written, since there is nobody whom its meaning could concern. */
const isUnreached = ({ id }: Change) => id === 'api-component-changed' || id === 'api-schema-removed';

/**
 * Of a format that nobody defined nothing can be proven where its place in a `oneOf` is spelt
 * otherwise, and of branches that hold one another not everything is: that is said, as what
 * can't be decided, and never as a break.
 */
const isSaidUndecided = ({ proof, message }: Change) =>
  proof === 'undecided' &&
  /known by its name alone|a format or pattern is beyond what can be decided|no example was found that can be checked/.test(
    message,
  );

/** What no keyword carries is told of the part where the search found its value: in a circle of choices, one of several. */
const isAboutWhole = ({ id }: Change) => /-schema-(?:narrowed|widened)$/.test(id);

/** The verdict as far as a respelling must not change it. */
function verdictOf({ changes }: Report): string {
  return changes.some(({ level }) => level === 'error') ? 'breaks' : 'does not break';
}

function respellingLaws(respelling: Respelling, isAllowed: (change: Change) => boolean): Law[] {
  const respelt = (given: DraftObject, choice: Parameters<Respelling['apply']>[1]) =>
    respelling.apply(structuredClone(given), choice);
  return [
    {
      name: `${respelling.name} changes nothing, there and back`,
      property: property([document, choices], async (before, choice) => {
        const after = respelt(before, choice);
        for (const [from, to] of [
          [before, after],
          [after, before],
        ] as const) {
          const wrong = (await compared(from, to)).changes.filter((change) => !isAllowed(change));
          if (wrong.length > 0) throw new BrokenLaw('something was reported', from, to, wrong);
        }
      }),
    },
    {
      name: `${respelling.name} on either side leaves the verdict on an edit alone`,
      property: property([edited, choices], async ({ before, after }, choice) => {
        const plain = await compared(before, after);
        if (plain.summary.undecided > 0) return;
        for (const [from, to] of [
          [respelt(before, choice), after],
          [before, respelt(after, choice)],
        ] as const) {
          const other = await compared(from, to);
          if (other.summary.undecided === 0 && verdictOf(other) !== verdictOf(plain)) {
            throw new BrokenLaw(`${verdictOf(other)}, and plainly ${verdictOf(plain)}`, from, to, [
              ...plain.changes,
              ...other.changes,
            ]);
          }
        }
      }),
    },
  ];
}

/** A document of 3.0 whose one operation takes a schema as its body or answers with it. */
function carrying(
  direction: 'request' | 'response',
  given: DraftObject,
  components: DraftObject,
): DraftObject {
  const content = { 'application/json': { schema: given } };
  const operation: DraftObject =
    direction === 'request'
      ? { requestBody: { required: true, content }, responses: { '200': { description: 'Done' } } }
      : { responses: { '200': { description: 'Done', content } } };
  return {
    openapi: '3.0.3',
    info: { title: 'Shop', version: '1' },
    paths: { '/x': { post: operation } },
    components,
  };
}

/** `readOnly` for `writeOnly` and the other way round. */
function withAccessTurned(given: DraftObject): DraftObject {
  return JSON.parse(
    JSON.stringify(given)
      .replaceAll('"readOnly"', '"turned"')
      .replaceAll('"writeOnly"', '"readOnly"')
      .replaceAll('"turned"', '"writeOnly"'),
  ) as DraftObject;
}

const OPTIONAL = { policy: { responses: { optional: 'optional', enum: 'closed' } } } as const;

const proven = ({ changes }: Report) => changes.filter(({ proof }) => proof === 'witness').length > 0;

/** Every law over whole documents. */
export const LAWS: readonly Law[] = [
  {
    name: 'a document compared with itself has no change',
    property: property([document], async (given) => {
      const { changes } = await compared(given, {
        ...structuredClone(given),
        info: { title: 'Shop', version: '2' },
      });
      if (changes.length > 0) throw new BrokenLaw('a change was found', given, given, changes);
    }),
  },
  ...SILENT.flatMap((respelling) => respellingLaws(respelling, isUnreached)),
  ...HARMLESS.flatMap((respelling) =>
    respellingLaws(respelling, (change) => isSafe(change) || isSaidUndecided(change)),
  ),
  {
    name: 'a request from old to new is a response from new to old',
    property: property([edited, schema, schema], async ({ before, after }, one, other) => {
      const components = (given: DraftObject) => objectAt(given, 'components');
      const request = [
        carrying('request', one, components(before)),
        carrying('request', other, components(after)),
      ] as const;
      const response = [
        withAccessTurned(carrying('response', other, components(after))),
        withAccessTurned(carrying('response', one, components(before))),
      ] as const;
      const [there, back] = [await compared(...request, OPTIONAL), await compared(...response, OPTIONAL)];
      if (there.summary.undecided + back.summary.undecided === 0 && proven(there) !== proven(back)) {
        throw new BrokenLaw('the verdicts differ', ...request, [...there.changes, ...back.changes]);
      }
    }),
  },
  {
    name: 'losing a whole body is never milder than losing one of its properties',
    property: property([document, choices], async (before, choice) => {
      const slots = operationsOf(before);
      const { path = '', method = '' } = slots[choice.below(slots.length)] ?? {};
      const answer = (given: DraftObject) => objectAt(given, 'paths', path, method, 'responses', '200');
      const part = structuredClone(before);
      const properties = objectAt(answer(part), 'content', 'application/json', 'schema', 'properties');
      for (const name of Object.keys(properties).slice(0, 1)) delete properties[name];
      const whole = structuredClone(before);
      delete answer(whole).content;
      const [mild, severe] = [await compared(before, part), await compared(before, whole)];
      if (badness(severe) > badness(mild)) {
        throw new BrokenLaw('the whole is milder', before, whole, [...mild.changes, ...severe.changes]);
      }
    }),
  },
  {
    name: 'losing an operation always breaks',
    property: property([document, choices], async (before, choice) => {
      const after = structuredClone(before);
      const slots = operationsOf(after);
      const slot = slots[choice.below(slots.length)];
      if (slot !== undefined) delete slot.item[slot.method];
      const report = await compared(before, after);
      if (badness(report) !== 0) throw new BrokenLaw('it does not break', before, after, report.changes);
    }),
  },
  {
    name: 'a report is the same to the byte, in every format, whatever is shared and however it is ordered',
    property: property([edited, choices], async ({ before, after }, choice) => {
      const first = await compared(before, after);
      const again = await comparedWithSharedParts(structuredClone(before), structuredClone(after));
      if (renderJson(first) !== renderJson(again) || renderText(first) !== renderText(again)) {
        throw new BrokenLaw('the reports differ', before, after, [...first.changes, ...again.changes]);
      }
      const [reorder] = SILENT.filter(({ name }) => name.startsWith('reordering'));
      if (reorder === undefined) return;
      const shuffled = await compared(
        reorder.apply(structuredClone(before), choice),
        reorder.apply(structuredClone(after), choice),
      );
      const fingerprints = ({ changes }: Report) =>
        new Map(
          changes
            // Nobody has to accept what is safe.
            .filter((change) => !isSafe(change) && !isAboutWhole(change))
            .map((change) => [`${change.level} ${change.fingerprint}`, change]),
        );
      const [one, other] = [fingerprints(first), fingerprints(shuffled)];
      const wrong = [...one, ...other].filter(([key]) => !one.has(key) || !other.has(key));
      if (wrong.length > 0) {
        const changes = wrong.map(([, change]) => change);
        throw new BrokenLaw('these fingerprints are those of one order alone', before, after, changes);
      }
    }),
  },
  {
    name: 'grouping loses no place and invents none',
    property: property([edited], async ({ before, after }) => {
      const places = ({ changes }: Report) =>
        new Set(
          changes.flatMap(({ id, level, places: all }) =>
            all.map(({ operation, direction }) =>
              [level, id, operation === null ? '' : operationKey(operation), direction].join(' '),
            ),
          ),
        );
      const [grouped, single] = [
        await compared(before, after),
        await compared(before, after, { group: false }),
      ];
      const missing = places(single).symmetricDifference(places(grouped));
      if (missing.size > 0 || single.changes.some(({ places: all }) => all.length !== 1)) {
        throw new BrokenLaw(`places differ: ${[...missing].join(', ')}`, before, after, grouped.changes);
      }
    }),
  },
  {
    name: 'an independent validator takes each witness on the one side and rejects it on the other',
    property: property([edited], async ({ before, after }) => {
      const wrong = await witnessProblems(before, after);
      if (wrong.length > 0) throw new BrokenLaw(wrong.join('\n'), before, after, []);
    }),
  },
  {
    name: 'what breaks is proven, structural or said to be undecided',
    property: property([edited], async ({ before, after }) => {
      const { changes } = await compared(before, after);
      const wrong = changes.filter(
        ({ level, proof, witness, id }) =>
          (proof === 'witness') !== (witness !== null) ||
          (level === 'error' &&
            proof === 'structural' &&
            /-(?:property|body)-/.test(id) &&
            /type|enum|max|min|pattern|required/.test(id)),
      );
      if (wrong.length > 0) {
        throw new BrokenLaw(`without proof: ${wrong.map(described).join(', ')}`, before, after, changes);
      }
    }),
  },
];
