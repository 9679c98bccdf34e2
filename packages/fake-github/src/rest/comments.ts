import { created, noContent, notFound, ok, problem, Refusal } from '../http/answer.ts';
import { text } from '../http/body.ts';
import { paged } from '../http/page.ts';
import type { Route } from '../http/router.ts';
import type { Comment } from '../state.ts';
import { newId, timestamp, type World } from '../world.ts';
import { issueNumber } from './issue-number.ts';
import { refuseLongBody } from './pulls.ts';
import { user } from './users.ts';

const COMMENTS = '/repos/:owner/:repo/issues/:number/comments';
const COMMENT = '/repos/:owner/:repo/issues/comments/:id';
const READ = ['issues=read', 'pull_requests=read'];
const WRITE = ['issues=write', 'pull_requests=write'];

/** Comments of issues and pull requests. */
export const COMMENT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: COMMENT,
    needs: READ,
    handle: (_request, { id }, world) => ok(commentShape(world, commentOf(world, id))),
  },
  {
    method: 'PATCH',
    path: COMMENT,
    needs: WRITE,
    handle: (request, { id }, world) => {
      const comment = commentOf(world, id);
      if (world.settings.commentEditsRefused)
        throw new Refusal(problem(403, 'Resource not accessible by integration'));
      refuseLongBody(request, 'IssueComment');
      comment.body = text(request, 'IssueComment', 'body');
      comment.updatedAt = timestamp();
      return ok(commentShape(world, comment));
    },
  },
  {
    method: 'DELETE',
    path: COMMENT,
    needs: WRITE,
    handle: (_request, { id }, world) => {
      const comment = commentOf(world, id);
      if (world.settings.commentEditsRefused)
        throw new Refusal(problem(403, 'Resource not accessible by integration'));
      world.state.comments.splice(world.state.comments.indexOf(comment), 1);
      return noContent();
    },
  },
  {
    method: 'GET',
    path: COMMENTS,
    needs: READ,
    handle: (request, { number }, world) => {
      const issue = issueNumber(world, number);
      const comments = world.state.comments.filter((comment) => comment.issue === issue);
      return paged(
        request,
        world.apiUrl,
        comments.map((comment) => commentShape(world, comment)),
      );
    },
  },
  {
    method: 'POST',
    path: COMMENTS,
    needs: WRITE,
    handle: (request, { number }, world, caller) => {
      refuseLongBody(request, 'IssueComment');
      const body = text(request, 'IssueComment', 'body');
      return created(commentShape(world, addComment(world, issueNumber(world, number), body, caller.login)));
    },
  },
];

/** Adds a comment. */
export function addComment(world: World, issue: number, body: string, author: string): Comment {
  const now = timestamp();
  const comment = { id: newId(world), issue, author, body, createdAt: now, updatedAt: now };
  world.state.comments.push(comment);
  return comment;
}

function commentOf(world: World, id: string | undefined): Comment {
  const comment = world.state.comments.find((candidate) => String(candidate.id) === id);
  if (comment === undefined) throw notFound();
  return comment;
}

/** A comment as answers hold one. */
export function commentShape(world: World, comment: Comment) {
  const repository = `${world.owner}/${world.name}`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${world.apiUrl}/repos/${repository}/issues/comments/${comment.id}`,
    html_url: `${world.serverUrl}/${repository}/pull/${comment.issue}#issuecomment-${comment.id}`,
    body: comment.body,
    user: user(comment.author, world.apiUrl, world.serverUrl),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    issue_url: `${world.apiUrl}/repos/${repository}/issues/${comment.issue}`,
    author_association: association(world, comment.author),
  };
}

function association(world: World, author: string): 'COLLABORATOR' | 'NONE' {
  return world.settings.collaborators.has(author) ? 'COLLABORATOR' : 'NONE';
}
