/** RFC 3339: a full date, or a date and time with its offset. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2}))?$/;

/** The moment of a sunset, in milliseconds since 1970; a date alone begins at midnight UTC. Null for what is no date. */
export function sunsetTime(text: string): number | null {
  const [, date] = DATE.exec(text.trim()) ?? [];
  if (date === undefined) return null;
  // Date rolls the 30th of February over; a date that isn't one is no date here.
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date)) return null;
  const time =
    text.trim().length === date.length
      ? day.getTime()
      : Date.parse(text.trim().replace(' ', 'T').toUpperCase());
  return Number.isNaN(time) ? null : time;
}
