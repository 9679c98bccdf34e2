import type { Operation, Parameter } from '../contract/contract.ts';
import { entriesAt, itemsAt, objectAt, textAt } from '../contract/look.ts';
import { parameterKey } from '../contract/parameters.ts';
import { followRefs, isRefProblem } from '../contract/refs.ts';
import { pointerOf, type Site } from '../contract/site.ts';
import type { DocumentSet } from '../read/document.ts';
import { type CompareContext, documentPlace, placeIn, placeOf } from './context.ts';
import { type DanglingRef, DanglingRefs } from './dangling.ts';
import type { Direction, Place } from './finding.ts';
import { code } from './words.ts';

/** An operation of the head, and what it was; null where it is new. */
export interface JudgedOperation {
  readonly base: Operation | null;
  readonly head: Operation;
  /** What the API's user calls is sent by the user; a webhook and a callback is sent to it. */
  readonly turned: boolean;
}

/** A part of an operation that references are looked for in. */
interface Part {
  readonly site: Site;
  readonly place: Place;
  /** Whether the base has the part: what it promised there can't be known to hold any more. */
  readonly wasThere: boolean;
}

/**
 * References of the head that lead nowhere where the base had none that did. What they stand
 * for can't be compared, and so nothing of it can be promised any longer: in a part that the
 * base has, that breaks. In what is new it can't be decided.
 */
export function reportBrokenRefs(context: CompareContext, operations: readonly JudgedOperation[]): void {
  const heads = new DanglingRefs(context.head.documents);
  const bases = new DanglingRefs(context.base.documents);
  const reported = new Set<Site['raw']>();
  const report = (place: Place, ref: DanglingRef, wasThere: boolean): void => {
    reported.add(ref.site.raw);
    emit(context, place, ref, wasThere);
  };
  for (const { base, head, turned } of operations) {
    const parts = partsOf({ base, head, turned }, context.head.documents);
    const found = parts.flatMap((part) => heads.from([part.site]).map((ref) => ({ part, ref })));
    if (found.length === 0) continue;
    const before = base === null ? [] : partsOf({ base: null, head: base, turned }, context.base.documents);
    const known = new Set(bases.from(before.map(({ site }) => site)).map((ref) => keyOf(ref, base ?? head)));
    for (const { part, ref } of found) {
      if (!known.has(keyOf(ref, head))) report(part.place, ref, part.wasThere);
      else reported.add(ref.site.raw);
    }
  }
  elsewhere(context, reported);
}

/** Path items without operations and security schemes: what operations lead to was reported. */
function elsewhere(context: CompareContext, reported: ReadonlySet<Site['raw']>): void {
  const { base, head } = context;
  const known = new Set(
    Array.from(base.broken.values(), ({ site, problem }) => `${pointerOf(site)} ${problem.ref}`),
  );
  const paths = new Set(Array.from(base.paths(), ({ site }) => pointerOf(site)));
  for (const { site, problem } of head.broken.values()) {
    const pointer = pointerOf(site);
    if (reported.has(site.raw) || known.has(`${pointer} ${problem.ref}`)) continue;
    const place = documentPlace('component', `reference ${code(problem.ref)}`);
    const ref = { site, ref: problem.ref, message: problem.message };
    emit(context, place, ref, paths.has(pointer));
  }
}

function emit(context: CompareContext, place: Place, dangling: DanglingRef, wasThere: boolean): void {
  const { site, ref, message } = dangling;
  context.emit({
    id: 'api-reference-unresolved',
    ruling: wasThere ? 'breaking' : 'undecided',
    place,
    head: site,
    args: { ref },
    ...(wasThere ? {} : { reason: message }),
    cause: [ref],
  });
}

/** A reference by where it stands: within its operation, or in what operations share. */
function keyOf({ site, ref }: DanglingRef, { site: operation }: Operation): string {
  const pointer = pointerOf(site);
  const own = pointerOf(operation);
  return `${pointer.startsWith(own) ? pointer.slice(own.length) : pointer} ${ref}`;
}

function partsOf({ base, head, turned }: JudgedOperation, documents: DocumentSet): readonly Part[] {
  const [outward, inward] = turned ? (['response', 'request'] as const) : (['request', 'response'] as const);
  const { site } = head;
  const body = objectAt(site, 'requestBody');
  const stood = (map: string, name: string) =>
    base !== null && objectAt(objectAt(base.site, map), name) !== null;
  const bodies =
    body === null
      ? []
      : [
          {
            site: body,
            place: placeIn(head, 'request-body', outward, 'the request body'),
            wasThere: base?.requestBody() != null,
          },
        ];
  return [
    ...parametersOf(base, head, outward, documents),
    ...bodies,
    ...entriesAt(site, 'responses').map(([status, response]) => ({
      site: response,
      place: placeIn(head, 'response-body', inward, `the ${status} response`),
      wasThere: stood('responses', status),
    })),
    ...entriesAt(site, 'callbacks').map(([name, callback]) => ({
      site: callback,
      place: placeOf(head),
      wasThere: stood('callbacks', name),
    })),
  ];
}

/** Each parameter; one that leads nowhere itself may be any that the base has and the head has no longer. */
function parametersOf(
  base: Operation | null,
  head: Operation,
  outward: Direction,
  documents: DocumentSet,
): readonly Part[] {
  const keyed = (parameter: Pick<Parameter, 'in' | 'name'>) => parameterKey(parameter.in, parameter.name);
  const before = new Set(base?.parameters().map(keyed));
  const isLost = before.difference(new Set(head.parameters().map(keyed))).size > 0;
  const place = placeIn(head, 'request-parameter', outward, 'a parameter');
  return owners(head, documents).flatMap((owner) =>
    itemsAt(owner, 'parameters').map((site) => {
      const target = followRefs(site, documents);
      if (isRefProblem(target)) return { site, place, wasThere: isLost };
      const [name, kind] = [textAt(target, 'name') ?? '', textAt(target, 'in') ?? ''];
      const isBody = kind === 'body' || kind === 'formData';
      return {
        site,
        place,
        wasThere: isBody ? base?.requestBody() != null : before.has(parameterKey(kind, name)),
      };
    }),
  );
}

/** The operation and its path item, before and after the item's own reference is followed. */
function owners({ site, entry }: Operation, documents: DocumentSet): readonly Site[] {
  const item = followRefs(entry.site, documents);
  return [site, entry.site, ...(isRefProblem(item) || item === entry.site ? [] : [item])];
}
