import type { GroupStatus } from '@xano-specs/core';
import type { Colours } from '../../terminal/screen.ts';

/** What became of an API group, in a word for a table. */
export type StatusWord =
  | 'changed'
  | 'added'
  | 'renamed'
  | 'removed'
  | 'same'
  | 'unreadable'
  | 'failed'
  | 'not seen';

/** The word for a status. */
export function wordOf(status: GroupStatus): StatusWord {
  switch (status) {
    case 'kept-unreadable':
    case 'new-unreadable':
      return 'unreadable';
    case 'kept-failed':
    case 'new-failed':
      return 'failed';
    case 'kept-unseen':
      return 'not seen';
    default:
      return status;
  }
}

/** The colour of a word. */
export function paintOf(word: StatusWord, colours: Colours): (text: string) => string {
  switch (word) {
    case 'changed':
    case 'renamed':
      return colours.cyan;
    case 'added':
      return colours.green;
    case 'removed':
    case 'unreadable':
      return colours.yellow;
    case 'failed':
      return colours.red;
    case 'same':
    case 'not seen':
      return colours.dim;
  }
}
