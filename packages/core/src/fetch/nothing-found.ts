import type { FetchEvent } from '../http/events.ts';

/** What a person should know of a run that found nothing to read, though every list was there. */
export const NOTHING_FOUND: FetchEvent = {
  kind: 'warning',
  code: 'NOTHING_FOUND',
  message: 'There is no API group that this credential can see and the filters select.',
  hint: 'Look at the filters for a typing error, and whether the credential belongs to the right account.',
};
