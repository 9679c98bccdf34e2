import { ALLOWED_VALUES } from './allowed-values.ts';
import { ATTRIBUTED } from './attributed.ts';
import { BOUNDS } from './bounds.ts';
import { BRANCHES } from './branches.ts';
import { CHOICES } from './choices.ts';
import { DETAILS } from './details.ts';
import { EDITS } from './edits.ts';
import { LISTS } from './lists.ts';
import { OBJECTS } from './objects.ts';
import type { Row } from './row.ts';
import { TYPES } from './types.ts';

/** All changes of a schema that tests are about, by what they are about. */
export const TABLES: readonly (readonly [string, readonly Row[]])[] = [
  ['bounds and patterns', BOUNDS],
  ['types and formats', TYPES],
  ['allowed values and defaults', ALLOWED_VALUES],
  ['lists', LISTS],
  ['objects', OBJECTS],
  ['choices and conditions', CHOICES],
  ['what is within branches', BRANCHES],
  ['details', DETAILS],
  ['several edits', EDITS],
  ['what each of several changes does', ATTRIBUTED],
];
