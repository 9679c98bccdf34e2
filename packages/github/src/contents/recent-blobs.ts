/** Bytes of blobs that are kept. Those of most accounts fit in; what does not is asked for again. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** Blobs that were read lately, or are being read, by their names. */
export class RecentBlobs {
  readonly #underWay = new Map<string, Promise<Uint8Array>>();
  readonly #kept = new Map<string, Uint8Array>();
  #bytes = 0;

  /** Gives a blob that is kept; else reads it, once for all who ask meanwhile. A failure is not kept. */
  get(oid: string, read: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const kept = this.#kept.get(oid);
    if (kept !== undefined) return Promise.resolve(kept);
    const asked = this.#underWay.get(oid);
    if (asked !== undefined) return asked;
    const blob = read()
      .then((bytes) => {
        this.#keep(oid, bytes);
        return bytes;
      })
      .finally(() => this.#underWay.delete(oid));
    this.#underWay.set(oid, blob);
    return blob;
  }

  #keep(oid: string, bytes: Uint8Array): void {
    this.#kept.set(oid, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= KEPT_BYTES) break;
      this.#kept.delete(oldest);
      this.#bytes -= old.length;
    }
  }
}
