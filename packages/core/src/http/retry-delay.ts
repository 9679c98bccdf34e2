import { MAX_RETRY_DELAY_MS } from './limits.ts';

/**
 * Gives how long to wait after so many failures: between half and the whole of a span that
 * doubles each time, so that many clients don't come back at once. `random` is from 0 to 1.
 */
export function retryDelayMs(failures: number, firstMs: number, random: number): number {
  const span = Math.min(firstMs * 2 ** (failures - 1), MAX_RETRY_DELAY_MS);
  return span * (0.5 + random / 2);
}
