/** How much of a document is read before it is refused: documents come from outside. */
export interface ReadLimits {
  /** UTF-16 code units of one document's text. */
  readonly maxLength: number;
  /** Objects and arrays inside each other. */
  readonly maxDepth: number;
  /** Values of a YAML document once each alias is replaced by what it stands for. */
  readonly maxValues: number;
  /** Files of one document set. */
  readonly maxFiles: number;
}

/**
 * The limits where the caller sets none. The largest published descriptions known have 60
 * million characters, a depth below 60 and 3 million values; V8 allows 2^29 - 24 characters.
 */
export const READ_LIMITS: ReadLimits = {
  maxLength: 256 * 1024 * 1024,
  maxDepth: 512,
  maxValues: 10_000_000,
  maxFiles: 2_000,
};
