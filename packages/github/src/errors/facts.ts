/** What an error of octokit tells, in one form for REST and GraphQL. */
export interface ErrorFacts {
  /** The answer's status; 0 when no answer came. 200 for a GraphQL answer that holds errors. */
  readonly status: number;
  /** GitHub's own words, without its link to the documentation and without anything like a token. */
  readonly message: string;
  /** The `type` of each GraphQL error. */
  readonly types: readonly string[];
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Characters of GitHub's words that are passed on; a gateway's page can be long. */
const MESSAGE_LIMIT = 1_000;

/** Reads the facts out of whatever was thrown; null when it came from neither REST nor GraphQL. */
export function errorFacts(error: unknown): ErrorFacts | null {
  if (!(error instanceof Error)) return null;
  const { name, message, status, response, headers, errors } = error as Error & Record<string, unknown>;
  if (name === 'GraphqlResponseError' && Array.isArray(errors)) {
    const entries = errors.filter(isRecord);
    return {
      status: 200,
      message: readable(entries.map((entry) => String(entry.message)).join('\n')),
      types: entries.map((entry) => String(entry.type ?? '')),
      headers: isRecord(headers) ? headers : {},
    };
  }
  if (typeof status !== 'number') return null;
  const answer = isRecord(response) ? response : null;
  return {
    // octokit gives 500 to a request that never had an answer.
    status: answer === null ? 0 : status,
    message: readable(message),
    types: [],
    headers: isRecord(answer?.headers) ? answer.headers : {},
  };
}

/** The words of an answer as one may print them: no page of HTML, no control characters, no token. */
export function readable(message: string): string {
  const text = /^\s*</.test(message)
    ? (/<title>([^<]*)<\/title>/i.exec(message)?.[1] ?? 'an HTML page')
    : message;
  return (
    text
      .replace(/ - https:\/\/docs\.github\.com\/\S*$/, '')
      .replace(/\b(?:gh[a-z]_|github_pat_)\w+/g, '***')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a log
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
      .trim()
      .slice(0, MESSAGE_LIMIT)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
