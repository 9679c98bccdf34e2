/** What stands where a secret stood. */
export const REDACTED = '[redacted]';

/** Shorter ones are no secrets, and replacing them would make nonsense of a message. */
const SHORTEST_SECRET = 6;

/** In a document, shorter ones are words that may stand anywhere. */
const SHORTEST_IN_DOCUMENT = 12;

/** A mark is made of as many characters, five bits for each: the ones before have left it by then. */
const MARKED = 4;
const MARKS = 1 << (5 * MARKED);

/**
 * Every secret that a run knows of. Each is handed to `onSecret` when it becomes known,
 * which is before it is used, so that a log can be told to mask it.
 */
export class Secrets {
  readonly #known = new Set<string>();
  /** The same by how they begin: there may be one for each API group, and no text is searched for each. */
  readonly #byBeginning = new Map<string, string[]>();
  /** Which marks their first characters have: most places of a large text are passed over by these alone. */
  readonly #marks = new Uint8Array(MARKS);
  readonly #onSecret: (secret: string) => void;

  constructor(onSecret: (secret: string) => void = () => {}) {
    this.#onSecret = onSecret;
  }

  /** How many are known; more than a moment ago when one has become known since. */
  get size(): number {
    return this.#known.size;
  }

  /** Remembers a secret, as it is and as it stands in a URL and in JSON. */
  add(secret: string): void {
    for (const form of [
      secret,
      encodeURIComponent(secret.toWellFormed()),
      JSON.stringify(secret).slice(1, -1),
    ]) {
      if (form.length < SHORTEST_SECRET || this.#known.has(form)) continue;
      this.#known.add(form);
      let mark = 0;
      for (let at = 0; at < MARKED; at += 1) mark = nextMark(mark, form.charCodeAt(at));
      this.#marks[mark] = 1;
      const beginning = form.slice(0, SHORTEST_SECRET);
      const alike = this.#byBeginning.get(beginning);
      if (alike === undefined) this.#byBeginning.set(beginning, [form]);
      else alike.push(form);
      this.#onSecret(form);
    }
  }

  /** Gives the text without any secret that is known so far; where several overlap, all that they cover goes. */
  redact(text: string): string {
    if (this.#known.size === 0) return text;
    let result = '';
    /** The end of what was copied, and of the secrets after it. */
    let copied = 0;
    let covered = 0;
    for (let at = 0; at + SHORTEST_SECRET <= text.length; at += 1) {
      const end = at + this.#longestAt(text, at);
      if (end === at) continue;
      if (at >= covered) {
        result += text.slice(copied, at) + REDACTED;
        covered = end;
      }
      covered = Math.max(covered, end);
      copied = covered;
    }
    return result + text.slice(copied);
  }

  /** Whether a document holds one that is known so far, and is too long to stand there by chance. */
  isIn(document: string): boolean {
    if (this.#known.size === 0) return false;
    let mark = 0;
    for (let at = 0; at < document.length; at += 1) {
      mark = nextMark(mark, document.charCodeAt(at));
      const mayBegin = this.#marks[mark] === 1 && at + 1 >= MARKED;
      if (mayBegin && this.#longestAt(document, at + 1 - MARKED) >= SHORTEST_IN_DOCUMENT) return true;
    }
    return false;
  }

  #longestAt(text: string, at: number): number {
    const alike = this.#byBeginning.get(text.slice(at, at + SHORTEST_SECRET)) ?? [];
    return Math.max(0, ...alike.filter((secret) => text.startsWith(secret, at)).map(({ length }) => length));
  }
}

function nextMark(mark: number, code: number): number {
  return ((mark << 5) ^ code) & (MARKS - 1);
}
