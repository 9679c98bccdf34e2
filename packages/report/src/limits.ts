/**
 * How much of what documents say goes into a page. A page is opened by a browser, which holds
 * it whole: what is longer than this tells nobody more.
 */

/** The lines of a schema that are shown of one change. */
export const EXCERPT_ROWS = 80;

/** The neighbours of a changed part that are shown on each side of it. */
export const NEIGHBOURS = 2;

/** Values of a list, or parts of a schema, that did not change and are shown all the same. */
export const UNCHANGED_SHOWN = 8;

/** How deep something that is new or gone is written out. */
export const WHOLE_DEPTH = 5;

/** The longest value that is written on one line though it is a list or an object. */
export const ONE_LINE = 48;

/** The longest text on a line of a schema. */
export const LINE_LENGTH = 240;

/** The longest cause, message and name. The engine cuts values in its sentences, and not names. */
export const CAUSE_LENGTH = 400;
export const MESSAGE_LENGTH = 1_200;
export const NAME_LENGTH = 300;

/** The longest witness that is shown whole, in characters of indented JSON. */
export const WITNESS_LENGTH = 4_000;

/** The places of one change that are listed; all of its operations are. */
export const PLACES_SHOWN = 200;

/**
 * The characters of all excerpts together. Changes that break nobody stop at the first bound,
 * so that those that do still have theirs.
 */
export const EXCERPTS_SAFE = 10_000_000;
export const EXCERPTS_ALL = 20_000_000;
