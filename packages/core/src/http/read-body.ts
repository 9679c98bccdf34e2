/** A body that is larger than it may be. */
export class BodyTooLarge extends Error {}

/** Where a body of unknown length begins to be kept. */
const FIRST_BYTES = 64 * 1024;

/** A body that was read: the first `size` bytes of a buffer that may be longer. */
export interface ReadBody {
  readonly buffer: Buffer<ArrayBuffer>;
  readonly size: number;
}

export interface ReadBodyOptions {
  /** The length of the body, as far as it is known. */
  readonly announced: number | null;
  readonly limit: number;
  /** Gives a buffer of at least so many bytes. */
  readonly allocate: (bytes: number) => Buffer<ArrayBuffer>;
}

/**
 * Reads a body into one buffer: what comes over the network is copied at once and lives no
 * longer.
 *
 * @throws BodyTooLarge as soon as one byte too many is announced or has come
 */
export async function readBody(body: AsyncIterable<Uint8Array>, options: ReadBodyOptions): Promise<ReadBody> {
  const { announced, limit, allocate } = options;
  let buffer = allocate(Math.min(announced ?? FIRST_BYTES, limit));
  let size = 0;
  for await (const chunk of body) {
    const end = size + chunk.byteLength;
    if (end > limit || (announced ?? 0) > limit) throw new BodyTooLarge();
    if (end > buffer.byteLength) {
      const larger = allocate(Math.min(limit, Math.max(end, 2 * size)));
      larger.set(buffer.subarray(0, size));
      buffer = larger;
    }
    buffer.set(chunk, size);
    size = end;
  }
  return { buffer, size };
}

/** Reads the beginning of a body, and nothing that comes after. */
export async function readBeginning(body: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit).toString('utf8');
}
