import { RequestError } from '../http/request-error.ts';
import { UNREADABLE_STATUSES } from './inferred.ts';
import type { GroupAnswer } from './source.ts';

const SETTING = 'API group → settings → Swagger documentation';

/**
 * Gives what the refusal of a document's public address means. Which answer a missing
 * token gives is not documented, so all of them name the setting.
 *
 * @throws the error itself when it is no refusal
 */
export function documentUnreadable(error: unknown): GroupAnswer {
  if (!(error instanceof RequestError) || !UNREADABLE_STATUSES.has(error.status ?? 0)) throw error;
  return error.status === 404
    ? {
        kind: 'unreadable',
        reason: 'Its documentation is disabled, or the group was just deleted (404).',
        remedy: `Make the documentation public in Xano: ${SETTING}.`,
      }
    : {
        kind: 'unreadable',
        reason: `Its documentation can only be read with a token (${error.status}).`,
        remedy: `Make the documentation public in Xano (${SETTING}), or use the Metadata API (XANO_ACCESS_TOKEN), which reads it without that token.`,
      };
}

/**
 * Gives what the refusal of a document by the Metadata API means.
 * @throws the error itself when it is no refusal, or one of the access token as a whole
 */
export function metadataUnreadable(error: unknown): GroupAnswer {
  if (!(error instanceof RequestError) || !(error.status === 403 || error.status === 404)) throw error;
  return error.status === 404
    ? {
        kind: 'unreadable',
        reason: 'Its documentation is disabled, or the group was just deleted (404).',
        remedy: `Switch the documentation on in Xano: ${SETTING}.`,
      }
    : {
        kind: 'unreadable',
        reason: 'The access token may not read its document (403).',
        remedy: `Give the token Workspace API: Read in this workspace, or, if its documentation is protected, make it public: ${SETTING}.`,
      };
}
