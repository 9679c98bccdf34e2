import { ARRAYS } from './arrays.ts';
import { COMPOSITIONS } from './compositions.ts';
import { CONDITIONS } from './conditions.ts';
import { PROPERTY_NAMES } from './names.ts';
import { NUMBERS } from './numbers.ts';
import { OBJECTS } from './objects.ts';
import { REFERENCES } from './references.ts';
import type { Row } from './row.ts';
import { STRINGS } from './strings.ts';
import { TYPES } from './types.ts';
import { UNKNOWN } from './unknown.ts';
import { VERSIONS } from './versions.ts';

/** All changes of a schema with what is right to say of them, by what they are about. */
export const TABLES: readonly (readonly [string, readonly Row[]])[] = [
  ['types and values', TYPES],
  ['numbers', NUMBERS],
  ['texts', STRINGS],
  ['lists', ARRAYS],
  ['objects', OBJECTS],
  ['names of properties', PROPERTY_NAMES],
  ['compositions', COMPOSITIONS],
  ['conditions', CONDITIONS],
  ['references', REFERENCES],
  ['versions', VERSIONS],
  ['what is not known', UNKNOWN],
];
