import type { FetchEvent, ListingFailedOutcome, ReducedGroup } from '@xano-specs/core';
import type { Progress } from '../../terminal/progress.ts';
import { safeLine, safeText } from '../../terminal/safe-text.ts';
import type { Colours } from '../../terminal/screen.ts';
import { count, duration } from '../../words.ts';

/** What a walk through an account says of itself while it goes on. */
export interface WalkProgress {
  readonly onEvent: (event: FetchEvent) => void;
  readonly onOutcome: (outcome: ReducedGroup | ListingFailedOutcome) => void;
}

/** Tells of a walk: how many API groups it has read, what it waits for, what it warns of. */
export function tellWalk(progress: Progress, colours: Colours): WalkProgress {
  let found = 0;
  let read = 0;
  const say = () => progress.update(`${read.toLocaleString('en-US')} of ${count(found, 'API group')} read`);
  return {
    onEvent: (event) => {
      if (event.kind === 'warning') {
        progress.note(`${colours.yellow('!')} ${safeText(event.message)}\n  ${safeText(event.hint)}`);
      } else if (event.kind === 'waiting') {
        const why = event.because === 'rate-limit' ? 'its rate limit' : 'another attempt';
        progress.update(`Waiting ${duration(event.ms)} at ${safeLine(event.where)} for ${why}`);
      } else if (event.kind === 'found') {
        found += event.groups;
        say();
      }
    },
    onOutcome: (outcome) => {
      if (outcome.kind === 'listing-failed') return;
      read += 1;
      say();
    },
  };
}
