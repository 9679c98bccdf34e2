import { paged } from '../http/page.ts';
import type { Route } from '../http/router.ts';
import type { IssueEvent } from '../state.ts';
import type { World } from '../world.ts';
import { issueNumber } from './issue-number.ts';
import { user } from './users.ts';

/** What happened to an issue: by two names, of which the timeline may hold more kinds. */
export const EVENT_ROUTES: readonly Route[] = ['events', 'timeline'].map((list) => ({
  method: 'GET',
  path: `/repos/:owner/:repo/issues/:number/${list}`,
  needs: ['issues=read', 'pull_requests=read'],
  handle: (request, { number }, world) => {
    const issue = issueNumber(world, number);
    const events = world.state.events.filter((event) => event.issue === issue);
    return paged(
      request,
      world.apiUrl,
      events.map((event) => eventShape(world, event)),
    );
  },
}));

function eventShape(world: World, event: IssueEvent) {
  return {
    id: event.id,
    node_id: `E_${event.id}`,
    url: `${world.apiUrl}/repos/${world.owner}/${world.name}/issues/events/${event.id}`,
    actor: user(event.actor, world.apiUrl, world.serverUrl),
    event: event.event,
    commit_id: null,
    commit_url: null,
    created_at: event.createdAt,
    performed_via_github_app: null,
    ...(event.label === null ? {} : { label: { name: event.label, color: 'ededed' } }),
  };
}
