import type { Json } from '../../../read/document.ts';
import { isDeclared } from '../evaluate/sendable.ts';
import { objectOf } from '../json.ts';
import { BOUNDS } from '../limits.ts';
import type { Answer } from '../shape.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import { acceptingOf, type Builder, type Leaf, mayHoldAt } from './leaf.ts';
import { NONE, sized, unknown } from './question.ts';

/** Names that are made up where an object needs more properties. */
const MOST_INVENTED = 50;

/** Finds an object that fits a leaf. */
export function findObject(leaf: Leaf, builder: Builder): Answer {
  const plan = new ObjectPlan(leaf, builder);
  return plan.chooseBadNames() ?? plan.close() ?? plan.build();
}

class ObjectPlan {
  readonly #leaf: Leaf;
  readonly #builder: Builder;
  readonly #accepting: readonly CompiledShape[];
  /** By name, the shapes that the property must be refused by. */
  readonly #present = new Map<string, CompiledShape[]>();
  readonly #absent = new Set<string>();
  #min = 0;
  #max = Number.POSITIVE_INFINITY;

  constructor(leaf: Leaf, builder: Builder) {
    this.#leaf = leaf;
    this.#builder = builder;
    this.#accepting = acceptingOf(leaf);
    for (const { minProperties, maxProperties, required, nameSchemas } of this.#accepting) {
      if (nameSchemas.some(({ shape }) => shape.isNothing)) this.#max = 0;
      if (minProperties !== null) this.#min = Math.max(this.#min, minProperties.value);
      if (maxProperties !== null) this.#max = Math.min(this.#max, maxProperties.value);
      for (const name of required.keys()) this.#refusedAt(name);
    }
    for (const fail of leaf.fails) {
      if (fail.kind === 'missing') this.#absent.add(fail.name);
      if (fail.kind === 'present') this.#refusedAt(fail.name);
      if (fail.kind === 'property') this.#refusedAt(fail.name).push(fail.shape);
      if (fail.kind === 'fewer') this.#max = Math.min(this.#max, Math.ceil(fail.than) - 1);
      if (fail.kind === 'more') this.#min = Math.max(this.#min, Math.floor(fail.than) + 1);
    }
  }

  #refusedAt(name: string): CompiledShape[] {
    const known = this.#present.get(name);
    if (known !== undefined) return known;
    const refused: CompiledShape[] = [];
    this.#present.set(name, refused);
    return refused;
  }

  /** Picks a name for each `propertyNames` that has to fail; an answer where that can't be done. */
  chooseBadNames(): Answer | null {
    for (const fail of this.#leaf.fails) {
      if (fail.kind !== 'bad-name') continue;
      const { check } = this.#builder;
      const isBad = (name: string) => check.truth(fail.shape, name) === 'no';
      const declared = this.#accepting.flatMap((shape) => [...shape.propertyNames, ...shape.required.keys()]);
      let name = declared.find((one) => isBad(one) && this.#mayBeThere(one) && this.#mayHaveValue(one));
      if (name === undefined && declared.some((one) => check.truth(fail.shape, one) === 'maybe')) {
        return unknown('a pattern of property names is beyond what can be decided');
      }
      if (name === undefined) {
        const answer = this.#builder.askPart({
          accepted: [
            fail.shape.text,
            ...this.#accepting.flatMap((shape) => shape.nameSchemas.map((one) => compiled(one.shape))),
          ],
          refused: [{ shape: fail.shape, goal: null }],
        });
        if (answer.kind !== 'found' || typeof answer.value !== 'string') {
          return answer.kind === 'none' ? NONE : unknown('no name of a property was found that fails');
        }
        name = answer.value;
        if (!this.#mayBeThere(name)) {
          const { sent } = this.#leaf;
          const isSure = sent !== null && sent.patternProperties.length === 0;
          return isSure ? NONE : unknown('no name of a property was found that fails');
        }
      }
      this.#refusedAt(name);
    }
    return null;
  }

  #mayHaveValue(name: string): boolean {
    return this.#part(name, this.#present.get(name) ?? []).kind !== 'none';
  }

  /** Adds what present properties ask for; an answer where the conditions contradict one another. */
  close(): Answer | null {
    for (let size = -1; size !== this.#present.size; ) {
      size = this.#present.size;
      for (const shape of this.#accepting) {
        for (const { key, fact } of shape.dependentRequiredOf([...this.#present.keys()])) {
          if (this.#present.has(key)) for (const name of fact.value) this.#refusedAt(name);
        }
      }
    }
    for (const name of this.#present.keys())
      if (this.#absent.has(name) || !this.#mayBeThere(name)) return NONE;
    return this.#present.size > this.#max || this.#min > this.#max ? NONE : null;
  }

  /** Whether the sender may send a property of that name, and every schema of names lets it pass. */
  #mayBeThere(name: string): boolean {
    const { sent, mayHold } = this.#leaf;
    if (sent !== null) {
      if (sent.hiddenNames.has(name)) return false;
      const declares = [sent, ...mayHold];
      const isClosed = sent.isClosedSender && sent.declares && !declares.some((shape) => shape.opens);
      if (isClosed && !declares.some((shape) => isDeclared(shape, name) || shape.hasOpaquePatterns()))
        return false;
    }
    return this.#accepting.every((shape) =>
      shape.nameSchemas.every((one) => this.#builder.check.truth(compiled(one.shape), name) !== 'no'),
    );
  }

  build(): Answer {
    if (this.#present.size > this.#builder.limits.size) return unknown(BOUNDS.size);
    const parts: [string, Json][] = [];
    let unsure: Answer | null = null;
    for (const [name, refused] of this.#present) {
      const answer = this.#part(name, refused);
      // One property that can't be there settles it, however little is known of those before it.
      if (answer.kind === 'none') return NONE;
      if (answer.kind === 'found') parts.push([name, answer.value]);
      else unsure ??= answer;
    }
    if (unsure !== null) return unsure;
    let doubt: string | null = null;
    const sure = parts.length;
    for (const name of this.#optionalNames()) {
      if (parts.length >= this.#min) break;
      if (this.#present.has(name) || this.#absent.has(name) || !this.#mayBeThere(name)) continue;
      const answer = this.#part(name, []);
      if (answer.kind === 'found') parts.push([name, answer.value]);
      else if (answer.kind === 'unknown') doubt = answer.reason;
    }
    if (parts.length < this.#min) return this.#tooFew(doubt, sure);
    return sized(objectOf(parts), this.#builder.limits.size);
  }

  #tooFew(doubt: string | null, sure: number): Answer {
    const { sent, mayHold } = this.#leaf;
    const isClosed = sent?.isClosedSender === true && sent.declares && !sent.opens && mayHold.length === 0;
    if (doubt === null && isClosed && sent.patternProperties.length === 0) return NONE;
    // What is declared was tried, and nothing else may be there.
    const isShut = this.#accepting.some(
      ({ additional, patternProperties }) => additional.isNothing && patternProperties.length === 0,
    );
    if (doubt === null && isShut) return NONE;
    return unknown(doubt ?? `an object of more than ${sure} properties was not found`);
  }

  *#optionalNames(): Iterable<string> {
    for (const shape of [...this.#accepting, ...this.#leaf.mayHold]) yield* shape.propertyNames;
    const most = Math.min(MOST_INVENTED + this.#min, this.#builder.limits.size);
    for (let i = 1; i <= most; i++) yield `extra${i}`;
  }

  #part(name: string, refused: readonly CompiledShape[]): Answer {
    const { sent, accepted, mayHold } = this.#leaf;
    const part = sent?.property(name) ?? null;
    return this.#builder.askPart({
      sent: part,
      accepted: accepted.map((shape) => shape.property(name)),
      mayHold: mayHoldAt(part, mayHold, (shape) => shape.property(name)),
      refused: refused.map((shape) => ({ shape, goal: null })),
    });
  }
}
