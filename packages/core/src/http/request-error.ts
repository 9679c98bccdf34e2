import { XanoSpecsError } from './errors.ts';

/** The stable codes of what can go wrong with a request. */
export type RequestErrorCode =
  /** 401: the credential is wrong, expired or revoked. */
  | 'CREDENTIAL_REFUSED'
  /** 403: the credential is good, and not for this. */
  | 'ACCESS_DENIED'
  /** 404. */
  | 'NOT_FOUND'
  /** 429, again and again. */
  | 'RATE_LIMITED'
  /** 5xx, again and again. */
  | 'SERVER_ERROR'
  /** Any other status. */
  | 'UNEXPECTED_STATUS'
  /** A redirect to another origin, one without end, or one that leads nowhere. */
  | 'REDIRECT_REFUSED'
  /** No connection, or one that broke, again and again. */
  | 'CONNECTION_FAILED'
  /** No answer, or no whole answer, in time. */
  | 'TIMED_OUT'
  /** The answer is larger than the limit. */
  | 'BODY_TOO_LARGE'
  /** The time that the run was given is used up. */
  | 'BUDGET_SPENT'
  /** The run was told to stop. */
  | 'INTERRUPTED'
  /** An address that must not be asked: no https, or no address at all. */
  | 'URL_REFUSED'
  /** A host that is not among those that the run may ask. Nothing was sent. */
  | 'HOST_NOT_ALLOWED'
  /** A credential would have gone to a host that it isn't bound to. Nothing was sent. */
  | 'CREDENTIAL_MISDIRECTED'
  /** The answer is no JSON: a page, a text, or one that ends in the middle. */
  | 'NOT_JSON'
  /** The answer is JSON of another shape than documented. */
  | 'WRONG_SHAPE'
  /** A list that repeats a page or does not end. */
  | 'PAGING_LOOP'
  /** A list with other than as many entries as it says, however often it is read. */
  | 'LIST_INCOMPLETE'
  /** The answer to a request for a document is none. */
  | 'NOT_OPENAPI';

/** A request that did not give what it was made for. */
export class RequestError extends XanoSpecsError {
  override readonly name: string = 'RequestError';
  declare readonly code: RequestErrorCode;
  /** The address without its query; null when there was none worth naming. */
  readonly url: string | null;
  /** The status of the answer; null when none came. */
  readonly status: number | null;

  constructor(
    code: RequestErrorCode,
    message: string,
    options: { hint?: string; cause?: unknown; url?: string | null; status?: number | null } = {},
  ) {
    super(code, message, options);
    this.url = options.url ?? null;
    this.status = options.status ?? null;
  }
}
