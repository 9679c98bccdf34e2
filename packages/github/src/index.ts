export { boundFetch, type Fetch } from './client/bound-fetch.ts';
export {
  type Environment,
  type GitHubUrls,
  gitHubUrls,
  type RepositoryName,
  repositoryOf,
} from './client/environment.ts';
export { createOctokit, type Octokit, type OctokitOptions, type RateLimitWait } from './client/octokit.ts';
export { proxyFetch } from './client/proxy-fetch.ts';
export { type Marker, readMarker, writeMarker } from './comment/marker.ts';
export {
  type CommentRequest,
  type CommentResult,
  commentRoom,
  type OnClean,
  upsertComment,
} from './comment/upsert-comment.ts';
export type { Addition, CarriedEntry, CommitPlan, Merge } from './commit/changes.ts';
export {
  type BranchHead,
  type CommitRequest,
  type CommitResult,
  commitToBranch,
} from './commit/commit-to-branch.ts';
export { readBlob, readFileAt, readText } from './contents/blob.ts';
export { branchHead } from './contents/branch-head.ts';
export { commitAt } from './contents/commit-at.ts';
export { blobOid } from './contents/git-hash.ts';
export { type FileCommit, type FileHistory, historyOfFile } from './contents/history-of-file.ts';
export { mergeBase } from './contents/merge-base.ts';
export {
  entryAt,
  readEntriesAt,
  readTreeAt,
  type TreeAt,
  type TreeEntry,
  type TreeFile,
  type TreeRequest,
} from './contents/tree.ts';
export { versionsOfFile } from './contents/versions-of-file.ts';
export { type Explanation, explainGitHubError, gitHubCall } from './errors/explain.ts';
export { GitHubError, type GitHubErrorCode } from './errors/github-error.ts';
export type * from './event/event.ts';
export { readEvent } from './event/read-event.ts';
export * from './limits.ts';
export { type PullRequest, pullRequestsOf } from './pull-request/pull-requests.ts';
export type { PullRequestRequest, PullRequestResult } from './pull-request/request.ts';
export {
  closeSettled,
  markSettled,
  type SettledPullRequest,
  wasSettled,
} from './pull-request/settle-pull-request.ts';
export { upsertPullRequest } from './pull-request/upsert-pull-request.ts';
export {
  choiceInput,
  flagInput,
  folderInput,
  namesInput,
  type ReadInputs,
  readActionInputs,
  textInput,
  tokenInput,
  urlInput,
} from './runner/inputs.ts';
export { type Annotation, type Redactor, type RunnerLog, runnerLog } from './runner/runner-log.ts';
export { cell, commitText, cut, logLine, mergeText, oneLine, shownName } from './runner/safe-text.ts';
export {
  type BranchCommit,
  type BranchCommits,
  commitsBetween,
  isOurCommit,
} from './shared-branch/branch-commits.ts';
export { type CarriedOver, carryOver, sameFile } from './shared-branch/carry-over.ts';
export { commitsOfFile, type FileOfBranch } from './shared-branch/commits-of-file.ts';
export { type ChangedObjects, holdsMark, type Marked, markedMessage } from './shared-branch/content-mark.ts';
export { type Deletion, deleteBranchAt } from './shared-branch/delete-branch.ts';
export { type Lineage, withLineage } from './shared-branch/lineage.ts';
