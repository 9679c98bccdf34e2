export { XanoSpecsError } from './errors.ts';
export type { FetchEvent, OnFetchEvent } from './events.ts';
export { RequestError, type RequestErrorCode } from './request-error.ts';
export { REDACTED, Secrets } from './secrets.ts';
export type { ClientOptions, HttpEdges, HttpSettings } from './settings.ts';
export type { Transport, TransportAnswer, TransportRequest } from './transport.ts';
