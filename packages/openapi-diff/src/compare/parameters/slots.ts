import type { ParameterIn, ValueSlot } from '../../contract/contract.ts';
import type { Site } from '../../contract/site.ts';
import { type ValueKind, valueKinds } from '../../contract/value-kinds.ts';
import type { CompareContext } from '../context.ts';
import type { Place } from '../finding.ts';
import { code } from '../words.ts';
import { wireForm } from './wire.ts';

/** A parameter or header on both sides, and where it travels. */
export interface SlotPair {
  readonly base: ValueSlot;
  readonly head: ValueSlot;
  readonly in: ParameterIn;
  readonly place: Place;
  /** What names it in messages. */
  readonly args: Readonly<Record<string, string>>;
}

/** How the value of a parameter or header is written, and what values there are. */
export function compareSlotValues(context: CompareContext, pair: SlotPair): void {
  const { base, head, place } = pair;
  const isRewritten =
    base.content !== null || head.content !== null
      ? contentChanged(context, pair)
      : serialisationChanged(context, pair);
  // A value that is written in another way is another value, whatever its schema says.
  if (isRewritten) return;
  context.emitAll(context.explain({ base: schemaOf(base), head: schemaOf(head), place }));
}

function contentChanged(context: CompareContext, { base, head, place, args }: SlotPair): boolean {
  const from = base.content?.range ?? null;
  const to = head.content?.range ?? null;
  if (from === to) return false;
  context.emit({
    id: `${prefixOf(place)}-content-changed`,
    ruling: 'breaking',
    place,
    base: base.site,
    head: head.site,
    args: { ...args, from: writtenAs(from), to: writtenAs(to) },
  });
  return true;
}

function writtenAs(range: string | null): string {
  return range === null ? 'plain text' : code(range);
}

function serialisationChanged(context: CompareContext, pair: SlotPair): boolean {
  const { base, head, place, args } = pair;
  const from = base.serialisation;
  const to = head.serialisation;
  const sites = { place, base: base.site, head: head.site };
  const changed = sentKinds(context, pair).find(
    (kind) => wireForm(from, pair.in, kind) !== wireForm(to, pair.in, kind),
  );
  if (changed !== undefined) {
    const wire = {
      wireBefore: named(wireForm(from, pair.in, changed), base.name),
      wireAfter: named(wireForm(to, pair.in, changed), base.name),
    };
    const event = from.style === to.style ? 'explode' : 'style';
    const values =
      event === 'style'
        ? { from: from.style, to: to.style }
        : { from: String(from.explode), to: String(to.explode) };
    context.emit({
      id: `${prefixOf(place)}-${event}-changed`,
      ruling: 'breaking',
      ...sites,
      args: { ...args, ...values, ...wire, example: wire.wireBefore },
    });
  }
  for (const [key, event] of [
    ['allowReserved', 'allow-reserved'],
    ['allowEmptyValue', 'allow-empty-value'],
  ] as const) {
    // Both are the sender's freedom in a query, which is the API's user's only there.
    if (from[key] === to[key] || place.direction !== 'request') continue;
    context.emit({
      id: `request-parameter-${event}-changed`,
      ruling: from[key] ? 'breaking' : 'safe',
      ...sites,
      args: { ...args, from: String(from[key]), to: String(to[key]) },
    });
  }
  return changed !== undefined;
}

/** The kinds of values that the sender may send, in the order of what is met most. */
function sentKinds(context: CompareContext, { base, head, place }: SlotPair): readonly ValueKind[] {
  const [sender, contract] = place.direction === 'request' ? [base, context.base] : [head, context.head];
  return [...valueKinds(sender.schema, contract.documents)];
}

/** A form with the name that it stands for. */
function named(form: string, name: string): string {
  return form.replace(/\bn\b/g, () => name);
}

/** The slot's schema; where there is none, anything goes. */
export function schemaOf(slot: ValueSlot): Site {
  return slot.schema ?? { raw: true, document: slot.site.document, parent: slot.site, key: 'schema' };
}

/** The first half of an id: what is sent is a parameter, what arrives is a header. */
export function prefixOf(place: Place): 'request-parameter' | 'response-header' {
  return place.direction === 'response' ? 'response-header' : 'request-parameter';
}
