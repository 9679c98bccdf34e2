/** What bounds a snapshot, each with its source. */

/**
 * How deep a document may nest. Real documents stay under 100 levels; the limit keeps a
 * hostile one from exhausting the stack, and catches a document that contains itself.
 */
export const MAX_DEPTH = 1000;

/**
 * How long the text of a document may grow, in UTF-16 code units. A YAML document of a few
 * kilobytes can stand for gigabytes through its aliases.
 */
export const MAX_TEXT_LENGTH = 64 * 1024 * 1024;

/**
 * How many values and keys a document may have that is written as YAML. js-yaml holds a node of some 300 bytes
 * for each of them at the same time: millions of empty objects fill the heap of a small machine.
 */
export const MAX_YAML_VALUES = 2_000_000;

/**
 * The longest slug of a name. Four of them and their separators stay under the 260
 * characters of MAX_PATH on Windows (learn.microsoft.com, "Maximum Path Length
 * Limitation"), and each under the 255 bytes that file systems grant a name.
 */
export const MAX_SLUG_LENGTH = 48;

/** The longest path segment that a manifest may name: a slug with what solves its collisions. */
export const MAX_SEGMENT_LENGTH = 100;

/** How many files one run may remove unless its caller says otherwise: more looks like a mistake. */
export const DEFAULT_MAX_REMOVED = 10;

/** How many leaks of a document are kept with their places; the rest is counted. */
export const MAX_LEAKS_PER_DOCUMENT = 50;

/** The longest place that is told of. A key may be as long as its document, and stand in every place below it. */
export const MAX_POINTER_LENGTH = 1000;

/**
 * How many files of other people a snapshot folder may hold and still be swapped as a
 * whole. Each of them is linked into the new tree, so beyond this the files are replaced
 * one by one instead.
 */
export const MAX_FOREIGN_FILES = 2000;

/** How many files are read, linked or synchronised at a time. */
export const FILE_CONCURRENCY = 8;

/**
 * Documents that one run compares with what they were. On a branch, the text before is one
 * request to GitHub each, of which a GITHUB_TOKEN has 1,000 in an hour:
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * A folder has no such limit and keeps to it all the same, so that both give one history.
 */
export const MAX_COMPARED_DOCUMENTS = 500;

/**
 * How many documents are compared at a time: while one is, the texts of the next are on their
 * way. More would hold more of them in memory and be none the faster.
 */
export const COMPARISON_CONCURRENCY = 4;
