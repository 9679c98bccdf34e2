import type { Site } from '../../contract/site.ts';
import type { ExplainSchemas } from '../context.ts';
import type { Relator } from '../relate/shape.ts';

/** What helps an explanation along. */
export interface ExplainOptions {
  /**
   * Whether two schemas are known to read the same with everything that they refer to; such
   * pairs are passed over. Nothing is known where it is left out.
   */
  readonly isCleanPair?: (base: Site, head: Site) => boolean;
}

/**
 * Says what has changed between two schemas, keyword by keyword, and lets the relation of
 * their meanings decide what it does: docs/diff-engine.md, "Keywords explain, meaning decides".
 */
export function createExplain(_relator: Relator, _options: ExplainOptions = {}): ExplainSchemas {
  return () => [];
}
