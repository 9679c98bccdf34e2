/**
 * Where the texts of a run wait for its plan, known by the SHA-256 of their UTF-8. It
 * keeps the memory of a run independent of the number of its documents.
 */
export interface Staging {
  /** Keeps a text; the same text twice is kept once. */
  put(sha256: string, text: string): Promise<void>;
  /** The text, or null when none is kept under this name. */
  read(sha256: string): Promise<string | null>;
}

/** Keeps the texts in memory: for few documents, and for tests. */
export function memoryStaging(): Staging {
  const texts = new Map<string, string>();
  return {
    put: async (sha256, text) => {
      texts.set(sha256, text);
    },
    read: async (sha256) => texts.get(sha256) ?? null,
  };
}
