import { created, notFound, ok, validationFailed } from '../http/answer.ts';
import { text, texts } from '../http/body.ts';
import { paged } from '../http/page.ts';
import type { Route } from '../http/router.ts';
import type { Label } from '../state.ts';
import { newId, timestamp, type World } from '../world.ts';
import { issueNumber } from './issue-number.ts';

const ISSUE_LABELS = '/repos/:owner/:repo/issues/:number/labels';
const READ = ['issues=read', 'pull_requests=read'];
const WRITE = ['issues=write', 'pull_requests=write'];

/** Labels of the repository and of its issues and pull requests. */
export const LABEL_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/repos/:owner/:repo/labels',
    needs: WRITE,
    handle: (request, _parameters, world) => {
      const name = text(request, 'Label', 'name');
      if (world.state.labels.some((label) => same(label.name, name))) {
        throw validationFailed('Label', 'name', 'already_exists');
      }
      return created(labelShape(world, repositoryLabel(world, name)));
    },
  },
  {
    method: 'GET',
    path: ISSUE_LABELS,
    needs: READ,
    handle: (request, { number }, world) =>
      paged(request, world.apiUrl, shapes(world, issueNumber(world, number))),
  },
  {
    method: 'POST',
    path: ISSUE_LABELS,
    needs: WRITE,
    handle: (request, { number }, world, caller) => {
      const issue = issueNumber(world, number);
      for (const name of texts(request, 'labels')) setLabel(world, issue, name, caller.login);
      return ok(shapes(world, issue));
    },
  },
  {
    method: 'DELETE',
    path: `${ISSUE_LABELS}/:name`,
    needs: WRITE,
    handle: (_request, { number, name = '' }, world, caller) => {
      const issue = issueNumber(world, number);
      if (!removeLabel(world, issue, name, caller.login)) throw notFound('Label does not exist');
      return ok(shapes(world, issue));
    },
  },
];

/** Puts a label on an issue, makes it when the repository has none of that name, and records who did it. */
export function setLabel(world: World, issue: number, name: string, actor: string): void {
  const labels = world.state.issueLabels.get(issue) ?? new Set<string>();
  world.state.issueLabels.set(issue, labels);
  const label = repositoryLabel(world, name);
  if (labels.has(label.name)) return;
  labels.add(label.name);
  record(world, issue, 'labeled', label.name, actor);
}

/** Takes a label off an issue; false when it was not there. */
export function removeLabel(world: World, issue: number, name: string, actor: string): boolean {
  const labels = world.state.issueLabels.get(issue);
  const found = [...(labels ?? [])].find((label) => same(label, name));
  if (found === undefined) return false;
  labels?.delete(found);
  record(world, issue, 'unlabeled', found, actor);
  return true;
}

/** The labels of an issue, in the order in which they were set. */
export function labelsOf(world: World, issue: number): Label[] {
  return [...(world.state.issueLabels.get(issue) ?? [])].map((name) => repositoryLabel(world, name));
}

/** A label as answers hold one. */
export function labelShape(world: World, label: Label) {
  return {
    id: label.id,
    node_id: `L_${label.id}`,
    url: `${world.apiUrl}/repos/${world.owner}/${world.name}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: 'ededed',
    default: false,
    description: null,
  };
}

function shapes(world: World, issue: number) {
  return labelsOf(world, issue).map((label) => labelShape(world, label));
}

function repositoryLabel(world: World, name: string): Label {
  const known = world.state.labels.find((label) => same(label.name, name));
  if (known !== undefined) return known;
  const label = { id: newId(world), name };
  world.state.labels.push(label);
  return label;
}

function record(
  world: World,
  issue: number,
  event: 'labeled' | 'unlabeled',
  label: string,
  actor: string,
): void {
  world.state.events.push({ id: newId(world), issue, event, actor, label, createdAt: timestamp() });
}

/** Labels differ by more than the case of their letters. */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
