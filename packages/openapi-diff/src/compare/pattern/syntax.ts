import {
  type CharSet,
  charSet,
  complement,
  DIGITS,
  NOT_LINE_TERMINATORS,
  SPACES,
  unicodeProperty,
  union,
  WORD_CHARS,
} from './charset.ts';

/** A regular expression, taken apart. Groups are gone: nothing here captures. */
export type PatternNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'chars'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

const EMPTY: PatternNode = { kind: 'empty' };

/** Deeper nesting than any pattern that a person wrote; it bounds the parser's recursion. */
const MAX_NESTING = 200;

/** Longer than any pattern that a person wrote. */
const MAX_SOURCE_LENGTH = 20_000;

/** Thrown inside the parser for what is no regular language or no pattern; never leaves this file. */
class Unsupported extends Error {}

/**
 * The syntax tree of an ECMAScript pattern in Unicode mode (ECMA-262, section 22.2.1), or
 * null for what no finite automaton can decide (look-around, back references, word
 * boundaries) and for what is no pattern at all. Escaped punctuation that Unicode mode
 * refuses, such as `\-`, stands for itself, as it does in the tools that wrote it; an
 * escaped letter of another dialect (`\A`, `\z`, `\h`) is not guessed at.
 */
export function parsePattern(source: string): PatternNode | null {
  if (source.length > MAX_SOURCE_LENGTH) return null;
  try {
    return new Parser(source).pattern();
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}

class Parser {
  private readonly chars: readonly string[];
  private at = 0;
  private depth = 0;

  constructor(source: string) {
    this.chars = Array.from(source);
  }

  pattern(): PatternNode {
    const node = this.choice();
    if (this.at < this.chars.length) throw new Unsupported();
    return node;
  }

  private choice(): PatternNode {
    if (++this.depth > MAX_NESTING) throw new Unsupported();
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    this.depth--;
    return options.length === 1 ? (options[0] ?? EMPTY) : { kind: 'choice', options };
  }

  private sequence(): PatternNode {
    const parts: PatternNode[] = [];
    for (let next = this.peek(); next !== undefined && next !== '|' && next !== ')'; next = this.peek()) {
      parts.push(this.quantified(this.atom()));
    }
    return parts.length === 1 ? (parts[0] ?? EMPTY) : { kind: 'sequence', parts };
  }

  private atom(): PatternNode {
    const char = this.next();
    switch (char) {
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '.':
        return { kind: 'chars', set: NOT_LINE_TERMINATORS };
      case '(':
        return this.group();
      case '[':
        return { kind: 'chars', set: this.charClass() };
      case '\\':
        return { kind: 'chars', set: this.escape(false) };
      case '*':
      case '+':
      case '?':
        throw new Unsupported();
      case '{':
        // A quantifier of nothing, or of what has one already; any other brace stands for itself.
        this.at--;
        if (this.quantifier() !== null) throw new Unsupported();
        this.at++;
        return { kind: 'chars', set: single(char) };
      default:
        return { kind: 'chars', set: single(char) };
    }
  }

  private group(): PatternNode {
    if (this.take('?')) {
      if (this.take('<')) {
        if (this.peek() === '=' || this.peek() === '!') throw new Unsupported();
        while (this.next() !== '>');
      } else if (!this.take(':')) throw new Unsupported();
    }
    const inner = this.choice();
    if (!this.take(')')) throw new Unsupported();
    return inner;
  }

  private quantified(part: PatternNode): PatternNode {
    const bounds = this.quantifier();
    if (bounds === null) return part;
    this.take('?'); // lazy or greedy: the language is the same
    if (part.kind === 'start' || part.kind === 'end') throw new Unsupported();
    return { kind: 'repeat', part, ...bounds };
  }

  private quantifier(): { min: number; max: number } | null {
    if (this.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.take('?')) return { min: 0, max: 1 };
    if (this.peek() !== '{') return null;
    const start = this.at++;
    const min = this.digits();
    let max = min;
    if (this.take(',')) max = this.peek() === '}' ? Number.POSITIVE_INFINITY : this.digits();
    if (min === null || max === null || !this.take('}')) {
      this.at = start;
      return null;
    }
    if (max < min) throw new Unsupported();
    return { min, max };
  }

  private digits(): number | null {
    let text = '';
    while (isDigit(this.peek())) text += this.next();
    return text === '' ? null : Number(text);
  }

  /** A class after its `[`; the `v` mode's set operations are not among what JSON Schema allows. */
  private charClass(): CharSet {
    const negated = this.take('^');
    const sets: CharSet[] = [];
    while (!this.take(']')) {
      const low = this.classAtom();
      if (this.peek() === '-' && this.chars[this.at + 1] !== ']' && this.chars[this.at + 1] !== undefined) {
        this.at++;
        const high = this.classAtom();
        if (!isSingle(low) || !isSingle(high)) {
          sets.push(low, single('-'), high);
          continue;
        }
        const [from, to] = [low[0] ?? 0, high[0] ?? 0];
        if (to < from) throw new Unsupported();
        sets.push([from, to]);
      } else sets.push(low);
    }
    const set = union(sets);
    return negated ? complement(set) : set;
  }

  private classAtom(): CharSet {
    const char = this.next();
    return char === '\\' ? this.escape(true) : single(char);
  }

  private escape(inClass: boolean): CharSet {
    const char = this.next();
    if (char === '0' && isDigit(this.peek())) throw new Unsupported();
    const named = namedEscape(char);
    if (named !== null) return named;
    if (char === 'b' && inClass) return [8, 8];
    if (char === 'b' || char === 'B' || char === 'k' || (char >= '1' && char <= '9')) throw new Unsupported();
    if (char === 'c') return this.controlEscape();
    if (char === 'x') return this.hex(2);
    if (char === 'u') return this.unicodeEscape();
    if (char === 'p' || char === 'P') return this.propertyEscape(char === 'P');
    if (/^[A-Za-z]$/.test(char)) throw new Unsupported();
    return single(char);
  }

  private controlEscape(): CharSet {
    const letter = this.next();
    if (!/^[A-Za-z]$/.test(letter)) throw new Unsupported();
    const code = letter.charCodeAt(0) % 32;
    return [code, code];
  }

  private unicodeEscape(): CharSet {
    if (!this.take('{')) {
      const unit = this.hex(4);
      return isHighSurrogate(unit) ? this.surrogatePair(unit) : unit;
    }
    let text = '';
    for (let char = this.next(); char !== '}'; char = this.next()) text += char;
    const code = /^[0-9A-Fa-f]{1,6}$/.test(text) ? Number.parseInt(text, 16) : Number.NaN;
    if (!(code <= 0x10ffff)) throw new Unsupported();
    return [code, code];
  }

  private surrogatePair(high: CharSet): CharSet {
    const start = this.at;
    if (this.take('\\') && this.take('u')) {
      const low = this.hex(4)[0] ?? 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        const code = 0x10000 + (((high[0] ?? 0) - 0xd800) << 10) + (low - 0xdc00);
        return [code, code];
      }
    }
    this.at = start;
    return high;
  }

  private propertyEscape(negated: boolean): CharSet {
    if (!this.take('{')) throw new Unsupported();
    let name = '';
    for (let char = this.next(); char !== '}'; char = this.next()) name += char;
    const set = unicodeProperty(name);
    if (set === null) throw new Unsupported();
    return negated ? complement(set) : set;
  }

  private hex(length: number): CharSet {
    const text = this.chars.slice(this.at, this.at + length).join('');
    if (text.length !== length || !/^[0-9A-Fa-f]+$/.test(text)) throw new Unsupported();
    this.at += length;
    const code = Number.parseInt(text, 16);
    return [code, code];
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private next(): string {
    const char = this.chars[this.at++];
    if (char === undefined) throw new Unsupported();
    return char;
  }

  private take(char: string): boolean {
    if (this.chars[this.at] !== char) return false;
    this.at++;
    return true;
  }
}

function single(char: string): CharSet {
  const code = char.codePointAt(0) ?? 0;
  return [code, code];
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function isSingle(set: CharSet): boolean {
  return set.length === 2 && set[0] === set[1];
}

function isHighSurrogate(set: CharSet): boolean {
  return isSingle(set) && (set[0] ?? 0) >= 0xd800 && (set[0] ?? 0) <= 0xdbff;
}

/** The escapes that always stand for the same set (ECMA-262, section 22.2.1, CharacterClassEscape and ControlEscape). */
const NAMED_ESCAPES: ReadonlyMap<string, CharSet> = new Map([
  ['d', DIGITS],
  ['D', complement(DIGITS)],
  ['w', WORD_CHARS],
  ['W', complement(WORD_CHARS)],
  ['s', SPACES],
  ['S', complement(SPACES)],
  ['t', charSet([[9, 9]])],
  ['n', charSet([[10, 10]])],
  ['v', charSet([[11, 11]])],
  ['f', charSet([[12, 12]])],
  ['r', charSet([[13, 13]])],
  ['0', charSet([[0, 0]])],
]);

function namedEscape(char: string): CharSet | null {
  return NAMED_ESCAPES.get(char) ?? null;
}

/** Every set of characters that a tree names, for the partition of the alphabet. */
export function charSetsOf(node: PatternNode): CharSet[] {
  switch (node.kind) {
    case 'chars':
      return [node.set];
    case 'sequence':
      return node.parts.flatMap(charSetsOf);
    case 'choice':
      return node.options.flatMap(charSetsOf);
    case 'repeat':
      return charSetsOf(node.part);
    default:
      return [];
  }
}
