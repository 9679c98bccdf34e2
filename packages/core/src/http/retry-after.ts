/**
 * Gives how many milliseconds a Retry-After header asks to wait: seconds or a date (RFC
 * 9110, section 10.2.3). Null when there is none, or none that makes sense.
 */
export function retryAfterMs(header: string | string[] | undefined, now: number): number | null {
  const text = [header].flat()[0]?.trim();
  if (text === undefined || text === '') return null;
  if (/^\d{1,9}(\.\d{1,6})?$/.test(text)) return Number(text) * 1000;
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
