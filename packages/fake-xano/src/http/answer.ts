/** What the fake answers, before it is decided how it travels. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Gives an answer that carries a value as JSON. */
export function json(value: unknown, status = 200): Answer {
  return text(JSON.stringify(value), 'application/json', status);
}

/** Gives an answer that carries text of a media type. */
export function text(body: string, mediaType: string, status = 200): Answer {
  return { status, headers: { 'content-type': `${mediaType}; charset=utf-8` }, body };
}

/** Gives a small HTML page, as Xano answers where a person is meant to look. */
export function page(title: string, status = 200): Answer {
  const escaped = title.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return text(
    `<!doctype html>\n<html lang="en"><head><title>${escaped}</title></head><body><h1>${escaped}</h1></body></html>\n`,
    'text/html',
    status,
  );
}

/** Xano's error bodies: a code, a message that may be empty, and a payload that may be absent. */
export const errors = {
  input: (message: string, param: string): Answer =>
    json({ code: 'ERROR_CODE_INPUT_ERROR', message, payload: { param } }, 400),
  unauthorized: (message: string): Answer => json({ code: 'ERROR_CODE_UNAUTHORIZED', message }, 401),
  accessDenied: (message: string): Answer => json({ code: 'ERROR_CODE_ACCESS_DENIED', message }, 403),
  notFound: (message = ''): Answer => json({ code: 'ERROR_CODE_NOT_FOUND', message, payload: '' }, 404),
  tooManyRequests: (): Answer =>
    json({ code: 'ERROR_CODE_TOO_MANY_REQUESTS', message: 'Too many requests.', payload: '' }, 429),
  fatal: (message = ''): Answer => json({ code: 'ERROR_FATAL', message, payload: '' }, 500),
} as const;
