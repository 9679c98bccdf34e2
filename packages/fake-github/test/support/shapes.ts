import type { RestEndpointMethodTypes as Rest } from '@octokit/rest';
import type { checkShape, statusShape } from '../../src/rest/checks.ts';
import type { commentShape } from '../../src/rest/comments.ts';
import type { contentShape } from '../../src/rest/contents.ts';
import type { labelShape } from '../../src/rest/labels.ts';
import type { treeEntryShape } from '../../src/rest/objects.ts';
import type { pullShape } from '../../src/rest/pull-shape.ts';
import type { refShape } from '../../src/rest/refs.ts';
import type { repositoryShape } from '../../src/rest/repository.ts';
import type { commitShape, fileShape, gitCommitShape } from '../../src/rest/shapes.ts';

/** What the answers of a call hold, in GitHub's own description. */
type Answer<Scope extends keyof Rest, Call extends keyof Rest[Scope]> = Rest[Scope][Call] extends {
  response: { data: infer Data };
}
  ? Data
  : never;
type Entry<List> = List extends readonly (infer One)[] ? One : never;

/** What a shape has and GitHub's description has not, or has with another type. */
type Wrong<Shape, Wanted> = {
  [Key in keyof Shape]-?: Key extends keyof Wanted ? (Shape[Key] extends Wanted[Key] ? never : Key) : Key;
}[keyof Shape];

/** What GitHub's description always has and a shape has not, but for addresses of what the fake doesn't serve. */
type Missing<Shape, Wanted> = {
  [Key in keyof Wanted]-?: undefined extends Wanted[Key]
    ? never
    : Key extends keyof Shape | `${string}_url`
      ? never
      : Key;
}[keyof Wanted];

/** True when a shape is GitHub's, but for the properties excepted. */
type Fits<Shape, Wanted, Except = never> = [
  Exclude<Wrong<Shape, Wanted> | Missing<Shape, Wanted>, Except>,
] extends [never]
  ? true
  : Exclude<Wrong<Shape, Wanted> | Missing<Shape, Wanted>, Except>;

/** What the caller sends of a check run comes back as it was sent. */
type Sent =
  | 'completed_at'
  | 'conclusion'
  | 'details_url'
  | 'external_id'
  | 'name'
  | 'output'
  | 'started_at'
  | 'status';

/** What GitHub tells of a repository to whoever may see its numbers and settings. */
type Details = Exclude<keyof Answer<'repos', 'get'>, keyof ReturnType<typeof repositoryShape>>;

type Holds<True extends true> = True;

/** The shapes of the fake's answers beside GitHub's description: where they differ, this doesn't compile. */
export type Compared = [
  Holds<Fits<ReturnType<typeof refShape>, Answer<'git', 'getRef'>>>,
  Holds<Fits<ReturnType<typeof gitCommitShape>, Answer<'git', 'getCommit'>>>,
  Holds<Fits<ReturnType<typeof treeEntryShape>, Entry<Answer<'git', 'getTree'>['tree']>>>,
  Holds<Fits<ReturnType<typeof commitShape>, Answer<'repos', 'getCommit'>>>,
  Holds<Fits<ReturnType<typeof fileShape>, Entry<Answer<'pulls', 'listFiles'>>>>,
  Holds<Fits<ReturnType<typeof contentShape>, Entry<Answer<'repos', 'getContent'>>>>,
  Holds<Fits<ReturnType<typeof commentShape>, Entry<Answer<'issues', 'listComments'>>>>,
  Holds<Fits<ReturnType<typeof labelShape>, Entry<Answer<'issues', 'listLabelsOnIssue'>>>>,
  Holds<Fits<ReturnType<typeof statusShape>, Entry<Answer<'repos', 'listCommitStatusesForRef'>>>>,
  Holds<Fits<ReturnType<typeof checkShape>, Answer<'checks', 'create'>, Sent>>,
  // The repositories of the two sides lack the details of `GET /repos`; and a label may have no description.
  Holds<Fits<ReturnType<typeof pullShape>, Entry<Answer<'pulls', 'list'>>, 'base' | 'head' | 'labels'>>,
  Holds<Fits<ReturnType<typeof repositoryShape>, Answer<'repos', 'get'>, Details>>,
];
