/** Limits of GitHub that this package keeps, each with the place where it is written or was seen. */

/** Characters of a comment's or pull request's body; more is a 422. Seen in its answers. */
export const BODY_LIMIT = 65_536;

/** Bytes of a blob that the API still gives, raw. https://docs.github.com/rest/git/blobs */
export const BLOB_LIMIT = 100 * 1024 * 1024;

/**
 * Bytes of a file that the API surely takes. No limit is documented, and several were seen: 37.5 MB,
 * which is 50 MB of base64 (https://github.com/Songmu/action-push-to-another-repository/pull/37), and 40 MiB
 * (https://github.com/peter-evans/create-pull-request/blob/main/docs/concepts-guidelines.md).
 */
export const CREATED_BLOB_LIMIT = 37_000_000;

/** Files that a commit lists over all of its pages. https://docs.github.com/rest/commits/commits#get-a-commit */
export const COMMIT_FILE_LIMIT = 3_000;

/** Entries of a page at most. https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export const PAGE_LIMIT = 100;

/** Bytes of a whole GraphQL request. Seen: "The request payload cannot be larger than 45MB". */
export const GRAPHQL_PAYLOAD_LIMIT = 45_000_000;

/**
 * Bytes of files that go into one `createCommitOnBranch`: base64 makes them a third longer, and
 * what is left below GRAPHQL_PAYLOAD_LIMIT is for paths and the message.
 */
export const MUTATION_FILES_LIMIT = 30_000_000;

/**
 * Bytes of text that one new tree takes along. No limit is documented; 2.5 MB was seen to be
 * refused with "your input was too big to process. Consider building the tree incrementally".
 */
export const TREE_CHUNK_BYTES = 2_000_000;

/** Files of one new tree; more than 200 in a request were seen to time out. */
export const TREE_CHUNK_FILES = 200;

/** Annotations that one call adds to a check run. https://docs.github.com/rest/checks/runs */
export const CHECK_ANNOTATION_LIMIT = 50;

/** Characters of a check run's summary. https://docs.github.com/rest/checks/runs */
export const CHECK_SUMMARY_LIMIT = 65_535;

/** Annotations of one level that a step may print. https://github.com/orgs/community/discussions/26680 */
export const STEP_ANNOTATION_LIMIT = 10;

/** Bytes of a step's job summary. https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export const SUMMARY_LIMIT = 1024 * 1024;

/** Characters of a commit status's description; more is a 422. https://docs.github.com/rest/commits/statuses */
export const STATUS_DESCRIPTION_LIMIT = 140;

/** Seconds between two writes, and between two that notify people. https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
export const WRITE_INTERVAL_SECONDS = 1;
export const NOTIFY_INTERVAL_SECONDS = 3;
