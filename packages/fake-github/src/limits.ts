/** Limits of GitHub that the fake keeps, each with the place where it is written or was seen. */

/** Contents are given as base64 up to this size, beyond it only raw. https://docs.github.com/rest/repos/contents */
export const CONTENTS_BASE64_LIMIT = 1024 * 1024;

/** No call gives a bigger blob. https://docs.github.com/rest/git/blobs */
export const BLOB_LIMIT = 100 * 1024 * 1024;

/**
 * No bigger blob can be created. INFERRED: no limit is documented, and several were seen; this is the
 * least of them, 50 MB of base64. https://github.com/Songmu/action-push-to-another-repository/pull/37
 */
export const CREATED_BLOB_LIMIT = 37_500_000;

/** A directory lists no more than this. https://docs.github.com/rest/repos/contents */
export const DIRECTORY_LIMIT = 1_000;

/** A recursive tree is cut here and says `truncated`. https://docs.github.com/rest/git/trees */
export const TREE_ENTRY_LIMIT = 100_000;

/** A comparison names no more files, and all of them on its first page. https://docs.github.com/rest/commits/commits */
export const COMPARE_FILE_LIMIT = 300;

/** Commits of a comparison on one page when the caller asks for none. https://docs.github.com/rest/commits/commits */
export const COMPARE_COMMIT_PAGE = 250;

/** The files of a commit end here, over all of its pages. https://docs.github.com/rest/commits/commits#get-a-commit */
export const COMMIT_FILE_LIMIT = 3_000;

/** The files of a pull request end here. https://docs.github.com/rest/pulls/pulls */
export const PULL_FILE_LIMIT = 3_000;

/** Characters of a comment's or pull request's body; more is a 422. Seen in its answers. */
export const BODY_LIMIT = 65_536;

/** Entries of a page at most. https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export const PAGE_LIMIT = 100;

/** Annotations that one call adds to a check run. https://docs.github.com/rest/checks/runs */
export const ANNOTATION_LIMIT = 50;

/** Bytes of a whole GraphQL request. Seen: "The request payload cannot be larger than 45MB". */
export const GRAPHQL_PAYLOAD_LIMIT = 45_000_000;

/** Requests in an hour that a GITHUB_TOKEN may make on one repository, as the headers tell it. */
export const RATE_LIMIT = 1_000;
