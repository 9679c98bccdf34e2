/** What stands where a secret stood. */
export const REDACTED = '[redacted]';

/** Shorter ones are no secrets, and replacing them would make nonsense of a message. */
const SHORTEST_SECRET = 6;

/**
 * Every secret that a run knows of. Each is handed to `onSecret` when it becomes known,
 * which is before it is used, so that a log can be told to mask it.
 */
export class Secrets {
  readonly #known = new Set<string>();
  readonly #onSecret: (secret: string) => void;

  constructor(onSecret: (secret: string) => void = () => {}) {
    this.#onSecret = onSecret;
  }

  /** Remembers a secret, as it is and as it stands in a URL. */
  add(secret: string): void {
    for (const form of [secret, encodeURIComponent(secret)]) {
      if (form.length < SHORTEST_SECRET || this.#known.has(form)) continue;
      this.#known.add(form);
      this.#onSecret(form);
    }
  }

  /** Gives the text without any secret that is known so far; where one holds another, the whole goes. */
  redact(text: string): string {
    let result = text;
    for (const secret of [...this.#known].sort((a, b) => b.length - a.length)) {
      result = result.replaceAll(secret, REDACTED);
    }
    return result;
  }
}
