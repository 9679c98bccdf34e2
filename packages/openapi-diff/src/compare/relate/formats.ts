/**
 * The formats that the engine knows. A known format is an assertion (as in OpenAPI's own
 * registry and in the validators that people run); an unknown one is a set of strings of
 * which nothing is known but that it equals itself.
 *
 * The checks are linear and agree with the package ajv-formats.
 */

/** What is known of a format of strings. */
export interface Format {
  /** Whether a string has the format. */
  readonly accepts: (text: string) => boolean;
  /** A regular expression that holds all strings of the format; those alone where `exact`. */
  readonly pattern: string;
  readonly exact: boolean;
  /** Strings of the format, the nicest first. */
  readonly samples: readonly string[];
}

/** Bounds that a format of numbers sets. */
export interface NumberFormat {
  readonly integer: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** Formats that say how a string is shown or carried and rule out none. */
const ANNOTATIONS = new Set(['password', 'binary', 'string', 'text', 'markdown', 'html', 'char']);

/** A date's days by month; February's 29 only in leap years. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + leap;
}

const TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:z|([+-])(\d\d)(?::?(\d\d))?)$/i;

function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (match === null) return false;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [zoneHour, zoneMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (zoneHour > 23 || zoneMinute > 59) return false;
  if (hour <= 23 && minute <= 59 && second < 60) return true;
  // A leap second is the last of a day in UTC (RFC 3339, 5.7).
  const sign = match[4] === '-' ? -1 : 1;
  const utcMinute = minute - zoneMinute * sign;
  const utcHour = hour - zoneHour * sign - (utcMinute < 0 ? 1 : 0);
  return (utcHour === 23 || utcHour === -1) && (utcMinute === 59 || utcMinute === -1) && second < 61;
}

function isDateTime(text: string): boolean {
  const parts = text.split(/t|\s/i);
  return parts.length === 2 && isDate(parts[0] ?? '') && isTime(parts[1] ?? '');
}

function matching(source: string, flags = 'i'): (text: string) => boolean {
  // Sources are this file's own, never a document's.
  const expression = new RegExp(source, flags);
  return (text) => expression.test(text);
}

const HEX = '[0-9a-fA-F]';
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = `(?:${OCTET}\\.){3}${OCTET}`;
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const ATOM = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+";
const EMAIL = `^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+${LABEL}$`;
const UUID = `^(?:[uU][rR][nN]:[uU][uU][iI][dD]:)?${HEX}{8}-(?:${HEX}{4}-){3}${HEX}{12}$`;
const BASE64 = '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$';
const DURATION =
  '^P(?:\\d+W|(?:\\d+Y(?:\\d+M)?(?:\\d+D)?|\\d+M(?:\\d+D)?|\\d+D)(?:T(?:\\d+H(?:\\d+M)?(?:\\d+S)?|\\d+M(?:\\d+S)?|\\d+S))?|T(?:\\d+H(?:\\d+M)?(?:\\d+S)?|\\d+M(?:\\d+S)?|\\d+S))$';
const POINTER = '^(?:/(?:[^~/]|~0|~1)*)*$';

function isHostname(text: string): boolean {
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  if (name.length < 1 || name.length > 253) return false;
  return name.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));
}

const isIpv4 = matching(`^${IPV4}$`, '');

/** RFC 4291, 2.2: eight groups of up to four hexadecimal digits, one run of zeros left out, IPv4 at the end. */
function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  let groups = 0;
  for (const [index, half] of halves.entries()) {
    if (half === '') continue;
    const fields = half.split(':');
    for (const [at, field] of fields.entries()) {
      const last = index === halves.length - 1 && at === fields.length - 1;
      if (last && field.includes('.')) {
        if (!isIpv4(field)) return false;
        groups += 2;
      } else {
        if (!/^[0-9a-f]{1,4}$/i.test(field)) return false;
        groups += 1;
      }
    }
  }
  return halves.length === 2 ? groups <= 7 : groups === 8;
}

const URI_CHARS = "(?:[a-zA-Z0-9._~!$&'()*+,;=:@/?-]|%[0-9a-fA-F]{2})*";
const AUTHORITY = "(?:[a-zA-Z0-9._~!$&'()*+,;=:@-]|%[0-9a-fA-F]{2})*";
const isSimpleUri = matching(
  `^[a-z][a-z0-9+.-]*:(?://${AUTHORITY}(?:[/?]${URI_CHARS})?|[a-zA-Z0-9._~-]${URI_CHARS})(?:#${URI_CHARS})?$`,
);

const DATE_PATTERN = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME_PATTERN = '\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:[zZ]|[+-]\\d{2}(?::?\\d{2})?)';

const KNOWN: Readonly<Record<string, Format>> = {
  date: {
    accepts: isDate,
    pattern: `^${DATE_PATTERN}$`,
    exact: false,
    samples: ['2024-01-31', '2000-02-29'],
  },
  time: {
    accepts: isTime,
    pattern: `^${TIME_PATTERN}$`,
    exact: false,
    samples: ['12:00:00Z', '12:00:00.5+01:00'],
  },
  'date-time': {
    accepts: isDateTime,
    pattern: `^${DATE_PATTERN}[tT\\s]${TIME_PATTERN}$`,
    exact: false,
    samples: ['2024-01-31T12:00:00Z', '2024-01-31T12:00:00.5+01:00'],
  },
  duration: {
    accepts: matching(DURATION, ''),
    pattern: DURATION,
    exact: true,
    samples: ['P1D', 'PT1H', 'P1W'],
  },
  email: { accepts: matching(EMAIL), pattern: EMAIL, exact: true, samples: ['a@example.com', 'b@b.co'] },
  hostname: {
    accepts: isHostname,
    pattern: `^(?:${LABEL}\\.)*${LABEL}\\.?$`,
    exact: false,
    samples: ['example.com', 'a'],
  },
  ipv4: { accepts: isIpv4, pattern: `^${IPV4}$`, exact: true, samples: ['192.0.2.1', '1.1.1.1'] },
  ipv6: { accepts: isIpv6, pattern: '^[0-9a-fA-F:.]{2,45}$', exact: false, samples: ['2001:db8::1', '::1'] },
  uuid: {
    accepts: matching(UUID, ''),
    pattern: UUID,
    exact: true,
    samples: ['123e4567-e89b-12d3-a456-426614174000', '00000000-0000-0000-0000-000000000000'],
  },
  byte: { accepts: matching(BASE64, ''), pattern: BASE64, exact: true, samples: ['YQ==', '', 'YWJj'] },
  'json-pointer': { accepts: matching(POINTER, ''), pattern: POINTER, exact: true, samples: ['/a', ''] },
};

/**
 * Formats of which some strings are known to be inside and some outside, and of the others
 * nothing is said: the engine's check answers null for those.
 */
interface PartlyKnown {
  readonly inside: (text: string) => boolean;
  readonly outside: (text: string) => boolean;
  readonly samples: readonly string[];
}

const hasForbiddenUriChar = matching('[\\s<>"{}|\\\\^`]|[^\\x00-\\x7f]');

const PARTLY: Readonly<Record<string, PartlyKnown>> = {
  uri: {
    inside: isSimpleUri,
    outside: (text) => !/^[a-z][a-z0-9+.-]*:/i.test(text) || hasForbiddenUriChar(text),
    samples: ['https://example.com', 'a:b'],
  },
  'uri-reference': {
    inside: (text) => isSimpleUri(text) || /^\/?[a-z0-9._~-]*$/i.test(text),
    outside: (text) => /[\s<>\\^`{|}]/.test(text),
    samples: ['a', 'https://example.com', '/a'],
  },
  url: {
    inside: (text) => /^https?:\/\/[a-z]+\.com(?:\/[a-z0-9]*)?$/i.test(text),
    outside: (text) => !/^(?:https?|ftp):\/\//i.test(text),
    samples: ['https://example.com'],
  },
  'uri-template': {
    inside: (text) => /^[a-z0-9/:._-]*$/i.test(text),
    outside: (text) => /[\s<>"\\^`]/.test(text),
    samples: ['a', '/a'],
  },
  'iso-date-time': {
    inside: isDateTime,
    outside: (text) => !/^\d{4}-\d\d-\d\d[t\s]/i.test(text),
    samples: ['2024-01-31T12:00:00Z'],
  },
  'iso-time': { inside: isTime, outside: (text) => !/^\d\d:\d\d:\d\d/.test(text), samples: ['12:00:00Z'] },
  regex: {
    inside: (text) => /^[a-z0-9]*$/i.test(text),
    outside: (text) => /^[*+?]|\\$/.test(text),
    samples: ['a'],
  },
  'relative-json-pointer': {
    inside: (text) => /^(?:0|[1-9]\d*)$/.test(text),
    outside: (text) => !/^\d/.test(text),
    samples: ['0', '1'],
  },
};

/** Formats whose strings are all strings of another one. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  uri: ['uri-reference'],
  'date-time': ['iso-date-time'],
  time: ['iso-time'],
  ipv4: ['hostname'],
};

/** Bounds of a format of numbers, or null where it sets none. */
export function numberFormat(name: string): NumberFormat | null {
  if (name === 'int32') return { integer: true, minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
  // A JSON number beyond 2^53 isn't told apart from its neighbours: every whole number passes.
  if (name === 'int64') return { integer: true, minimum: null, maximum: null };
  return null;
}

/** Whether a format rules out no string: annotations, and the formats of numbers. */
export function isAnnotation(name: string): boolean {
  return ANNOTATIONS.has(name) || numberFormat(name) !== null || name === 'float' || name === 'double';
}

/** What is known of a format of strings, or null. */
export function knownFormat(name: string): Format | null {
  return Object.hasOwn(KNOWN, name) ? (KNOWN[name] ?? null) : null;
}

/** Whether a string has a format; null where that isn't known. */
export function hasFormat(name: string, text: string): boolean | null {
  if (isAnnotation(name)) return true;
  const known = knownFormat(name);
  if (known !== null) return known.accepts(text);
  const partly = Object.hasOwn(PARTLY, name) ? PARTLY[name] : undefined;
  if (partly?.inside(text) === true) return true;
  return partly?.outside(text) === true ? false : null;
}

/** Whether the engine has any check for a format, or it is a name of the document's own. */
export function isOpaque(name: string): boolean {
  return !isAnnotation(name) && knownFormat(name) === null && !Object.hasOwn(PARTLY, name);
}

/** Strings of a format. */
export function samplesOf(name: string): readonly string[] {
  return knownFormat(name)?.samples ?? (Object.hasOwn(PARTLY, name) ? (PARTLY[name]?.samples ?? []) : []);
}

/** Whether each string of one format has another for certain. */
export function implies(format: string, other: string): boolean {
  return (
    format === other ||
    isAnnotation(other) ||
    (Object.hasOwn(INSIDE, format) && (INSIDE[format]?.includes(other) ?? false))
  );
}
