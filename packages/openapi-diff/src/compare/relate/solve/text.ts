import type { Json } from '../../../read/document.ts';
import { compilePattern, findString, matches, type Pattern } from '../../pattern/index.ts';
import { hasFormat, implies, isAnnotation, isOpaque, knownFormat, samplesOf } from '../formats.ts';
import { lengthOf } from '../json.ts';
import { BOUNDS } from '../limits.ts';
import type { Answer } from '../shape.ts';
import type { CompiledShape } from '../shapes/compiled.ts';
import type { Fail } from './fail.ts';
import { NONE, unknown } from './question.ts';

/** Listed values that a text may be told apart from by a pattern. */
const MOST_LISTED = 300;

/** The longest text that is built. */
const LONGEST = 20_000;

/** Texts that examples would rather use than what a search comes up with. */
const NICE = ['a', 'b', '', 'c', 'aa', 'abc', 'A', '0', '1', 'a b', 'text', '-', 'é'];

/** Further conditions on a text: for names of properties. */
export interface TextConditions {
  readonly matching?: readonly Pattern[];
  readonly notMatching?: readonly Pattern[];
}

/** Finds a text that all shapes accept and that fails in all the given ways. */
export function findText(
  shapes: readonly CompiledShape[],
  fails: readonly Fail[],
  excluded: readonly Json[],
  conditions: TextConditions = {},
): Answer {
  const query = new TextQuery(conditions);
  for (const shape of shapes) query.require(shape);
  for (const fail of fails) {
    if (query.refuse(fail) === 'impossible') return NONE;
  }
  query.exclude(excluded);
  return query.answer();
}

class TextQuery {
  #minLength = 0;
  #maxLength = Number.POSITIVE_INFINITY;
  readonly #all: Pattern[];
  readonly #none: Pattern[];
  /** What no pattern says in full, checked on the texts that come up. */
  readonly #checks: ((text: string) => boolean | null)[] = [];
  readonly #patterns = new Set<string>();
  readonly #formats = new Set<string>();
  readonly #unwanted = new Set<string>();
  /** Whether the patterns leave out texts that fit: what is not found may still exist. */
  #isNarrowed = false;
  #doubt: string | null = null;

  constructor({ matching = [], notMatching = [] }: TextConditions) {
    this.#all = [...matching];
    this.#none = [...notMatching];
  }

  require(shape: CompiledShape): void {
    if (shape.minLength !== null)
      this.#minLength = Math.max(this.#minLength, Math.ceil(shape.minLength.value));
    if (shape.maxLength !== null)
      this.#maxLength = Math.min(this.#maxLength, Math.floor(shape.maxLength.value));
    for (const { value } of shape.patterns) {
      if (this.#patterns.has(value)) continue;
      this.#patterns.add(value);
      const pattern = compilePattern(value);
      if (pattern === null) {
        this.#checks.push(() => null);
        this.#doubt ??= 'a pattern is beyond what can be decided';
      } else this.#all.push(pattern);
    }
    for (const { value } of shape.formats) this.#requireFormat(value);
  }

  #requireFormat(format: string): void {
    if (isAnnotation(format) || this.#formats.has(format)) return;
    this.#formats.add(format);
    const pattern = compilePattern(knownFormat(format)?.pattern ?? '');
    if (pattern !== null) this.#all.push(pattern);
    if (knownFormat(format)?.exact === true) return;
    this.#checks.push((text) => hasFormat(format, text));
    this.#doubt ??= `the format ${JSON.stringify(format)} is known by its name alone`;
  }

  refuse(fail: Fail): 'possible' | 'impossible' {
    switch (fail.kind) {
      case 'unlisted':
        this.exclude(fail.values);
        break;
      case 'shorter':
        this.#maxLength = Math.min(this.#maxLength, Math.ceil(fail.than) - 1);
        break;
      case 'longer':
        this.#minLength = Math.max(this.#minLength, Math.floor(fail.than) + 1);
        break;
      case 'mismatch':
        return this.#refusePattern(fail.pattern);
      case 'unformatted':
        return this.#refuseFormat(fail.format);
    }
    return 'possible';
  }

  #refusePattern(source: string): 'possible' | 'impossible' {
    if (this.#patterns.has(source)) return 'impossible';
    const pattern = compilePattern(source);
    if (pattern !== null) {
      this.#none.push(pattern);
      return 'possible';
    }
    this.#checks.push(() => null);
    this.#doubt = `the pattern ${JSON.stringify(source)} is beyond what can be decided`;
    this.#isNarrowed = true;
    return 'possible';
  }

  #refuseFormat(format: string): 'possible' | 'impossible' {
    if ([...this.#formats].some((one) => implies(one, format))) return 'impossible';
    const known = knownFormat(format);
    const pattern = known === null ? null : compilePattern(known.pattern);
    if (pattern !== null) this.#none.push(pattern);
    if (known?.exact !== true || pattern === null) {
      this.#isNarrowed = true;
      this.#doubt = isOpaque(format)
        ? `the format ${JSON.stringify(format)} is known by its name alone`
        : `not all of the format ${JSON.stringify(format)} is known`;
      this.#checks.push((text) => {
        const has = hasFormat(format, text);
        return has === null ? null : !has;
      });
    }
    return 'possible';
  }

  exclude(values: readonly Json[]): void {
    for (const value of values) if (typeof value === 'string') this.#unwanted.add(value);
  }

  answer(): Answer {
    if (this.#minLength > this.#maxLength) return NONE;
    for (const text of this.#candidates()) if (this.#fits(text)) return { kind: 'found', value: text };
    if (this.#minLength > LONGEST) return unknown(BOUNDS.textLength);
    if (this.#all.length === 0 && this.#none.length === 0 && this.#checks.length === 0)
      return this.#unlisted();
    const found = findString({
      all: this.#all,
      none: [...this.#none, ...this.#listed()],
      minLength: this.#minLength,
      maxLength: this.#maxLength,
    });
    if (found.kind === 'found') {
      if (this.#fits(found.value)) return found;
      return unknown(this.#doubt ?? 'no text was found that fits');
    }
    if (found.kind === 'none' && !this.#isNarrowed && this.#unwanted.size <= MOST_LISTED) return NONE;
    return unknown(this.#doubt ?? BOUNDS.patterns);
  }

  *#candidates(): Iterable<string> {
    for (const format of this.#formats) yield* samplesOf(format);
    yield* NICE;
    if (this.#minLength > 0 && this.#minLength <= LONGEST) {
      yield 'a'.repeat(this.#minLength);
      yield 'b'.repeat(this.#minLength);
    }
    for (const text of this.#unwanted) {
      yield `${text}x`;
      if (text.length > 1) yield text.slice(0, -1);
      break;
    }
  }

  #fits(text: string): boolean {
    const length = lengthOf(text);
    return (
      length >= this.#minLength &&
      length <= this.#maxLength &&
      !this.#unwanted.has(text) &&
      this.#all.every((pattern) => matches(pattern, text)) &&
      !this.#none.some((pattern) => matches(pattern, text)) &&
      this.#checks.every((check) => check(text) === true)
    );
  }

  /** Any text of a length but those that are listed: numbered ones, one more than there are listed. */
  #unlisted(): Answer {
    const room = Math.min(this.#maxLength, Math.max(this.#minLength, 8));
    if (this.#maxLength === 0) return NONE;
    for (let i = 0; i <= this.#unwanted.size; i++) {
      const text = i.toString(36).padStart(this.#minLength, 'a');
      if (text.length <= room && !this.#unwanted.has(text)) return { kind: 'found', value: text };
    }
    return unknown('no text was found that is not listed');
  }

  #listed(): Pattern[] {
    if (this.#unwanted.size === 0 || this.#unwanted.size > MOST_LISTED) return [];
    const source = [...this.#unwanted].map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
    const pattern = compilePattern(`^(?:${source})$`);
    if (pattern === null) this.#isNarrowed = true;
    return pattern === null ? [] : [pattern];
  }
}
