/**
 * How much a site holds. GitHub Pages publishes at most 1 GB and deploys for at most ten minutes:
 * https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
 */

/** The versions of an API group that have a page each, unless the caller says otherwise; the newest. */
export const VERSIONS_SHOWN = 100;

/** The versions of an API group whose changes the feed and the week can tell line by line. */
export const VERSIONS_TOLD = 10;

/** The lines that are told of one version there, and how long each is. */
export const LINES_TOLD = 6;
export const LINE_LENGTH = 240;

/** The entries of the feed. */
export const FEED_ENTRIES = 60;

/** The longest name, description, and reason why something can't be shown, that a page shows. */
export const NAME_LENGTH = 300;
export const PROBLEM_LENGTH = 600;
export const DESCRIPTION_LENGTH = 4_000;

/** How deep a schema is written out without a reference; the values of a list of them that are shown. */
export const SCHEMA_DEPTH = 60;
export const VALUES_SHOWN = 60;

/** The operations of one part of the search index; it is split by one more letter when there are more. */
export const SHARD_OPERATIONS = 1_500;

/**
 * The files of the search index at most. Beginnings of words share them when there are more, as in documents
 * whose every word begins with other letters: 200,000 small files would be no site that anybody can publish.
 */
export const SHARD_FILES = 2_000;

/** The longest index of the search that stands in its page, in characters: a small site needs no other file. */
export const INDEX_IN_PAGE = 150_000;
