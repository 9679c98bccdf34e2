import { created, notFound, ok, validationFailed } from '../http/answer.ts';
import { object, optionalText, text } from '../http/body.ts';
import { paged, pageOf } from '../http/page.ts';
import type { FakeRequest } from '../http/request.ts';
import type { Route } from '../http/router.ts';
import { ANNOTATION_LIMIT } from '../limits.ts';
import type { CheckRun, Status } from '../state.ts';
import { newId, timestamp, type World } from '../world.ts';
import { revision } from './commits.ts';
import { user } from './users.ts';

const STATES = ['error', 'failure', 'pending', 'success'];

/** Check runs and commit statuses. */
export const CHECK_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/repos/:owner/:repo/check-runs',
    needs: ['checks=write'],
    handle: async (request, _parameters, world) => {
      const headSha = await revision(world, text(request, 'CheckRun', 'head_sha'));
      const run: CheckRun = {
        id: newId(world),
        headSha,
        fields: { started_at: timestamp(), name: text(request, 'CheckRun', 'name') },
        annotations: [],
      };
      fill(run, request);
      world.state.checkRuns.push(run);
      return created(checkShape(world, run));
    },
  },
  {
    method: 'PATCH',
    path: '/repos/:owner/:repo/check-runs/:id',
    needs: ['checks=write'],
    handle: (request, { id }, world) => {
      const run = world.state.checkRuns.find((candidate) => String(candidate.id) === id);
      if (run === undefined) throw notFound();
      fill(run, request);
      return ok(checkShape(world, run));
    },
  },
  {
    method: 'GET',
    path: '/repos/:owner/:repo/commits/:ref/check-runs',
    needs: ['checks=read'],
    handle: async (request, { ref = '' }, world) => {
      const sha = await revision(world, ref);
      const name = request.query.get('check_name');
      const runs = world.state.checkRuns
        .filter((run) => run.headSha === sha && (name === null || run.fields.name === name))
        .map((run) => checkShape(world, run));
      const { page, size } = pageOf(request);
      return ok({ total_count: runs.length, check_runs: runs.slice((page - 1) * size, page * size) });
    },
  },
  {
    method: 'POST',
    path: '/repos/:owner/:repo/statuses/:sha',
    needs: ['statuses=write'],
    handle: async (request, { sha = '' }, world) => {
      const state = text(request, 'Status', 'state');
      if (!STATES.includes(state)) throw validationFailed('Status', 'state', 'invalid');
      const description = optionalText(request, 'description') ?? null;
      if ((description?.length ?? 0) > 140)
        throw validationFailed(
          'Status',
          'description',
          'custom',
          'description is too long (maximum is 140 characters)',
        );
      const status: Status = {
        id: newId(world),
        sha: await revision(world, sha),
        state,
        context: optionalText(request, 'context') ?? 'default',
        description,
        targetUrl: optionalText(request, 'target_url') ?? null,
        createdAt: timestamp(),
      };
      world.state.statuses.push(status);
      return created(statusShape(world, status));
    },
  },
  {
    method: 'GET',
    path: '/repos/:owner/:repo/commits/:ref/statuses',
    needs: ['statuses=read'],
    handle: async (request, { ref = '' }, world) => {
      const sha = await revision(world, ref);
      const statuses = world.state.statuses.filter((status) => status.sha === sha).toReversed();
      return paged(
        request,
        world.apiUrl,
        statuses.map((status) => statusShape(world, status)),
      );
    },
  },
];

const CHECK_FIELDS = [
  'name',
  'details_url',
  'external_id',
  'status',
  'conclusion',
  'started_at',
  'completed_at',
];

/** Takes over what the caller sent; annotations add up, fifty a call. */
function fill(run: CheckRun, request: FakeRequest): void {
  const output = object(request, 'output');
  const annotations = output?.annotations;
  if (Array.isArray(annotations)) {
    if (annotations.length > ANNOTATION_LIMIT) throw validationFailed('CheckRun', 'annotations', 'invalid');
    run.annotations.push(...(annotations as Record<string, unknown>[]));
  }
  for (const field of CHECK_FIELDS)
    if (request.body[field] !== undefined) run.fields[field] = request.body[field];
  for (const field of ['title', 'summary', 'text'])
    if (output?.[field] !== undefined) run.fields[field] = output[field];
  if (request.body.conclusion !== undefined) {
    run.fields.status = 'completed';
    run.fields.completed_at ??= timestamp();
  }
}

/** A check run as answers hold one. */
export function checkShape(world: World, { id, headSha, fields, annotations }: CheckRun) {
  const api = `${world.apiUrl}/repos/${world.owner}/${world.name}/check-runs/${id}`;
  const html = `${world.serverUrl}/${world.owner}/${world.name}/runs/${id}`;
  return {
    id,
    head_sha: headSha,
    node_id: `CR_${id}`,
    external_id: fields.external_id ?? '',
    url: api,
    html_url: html,
    details_url: fields.details_url ?? html,
    status: fields.status ?? 'queued',
    conclusion: fields.conclusion ?? null,
    started_at: fields.started_at,
    completed_at: fields.completed_at ?? null,
    output: {
      title: fields.title ?? null,
      summary: fields.summary ?? null,
      text: fields.text ?? null,
      annotations_count: annotations.length,
      annotations_url: `${api}/annotations`,
    },
    name: fields.name,
    check_suite: { id: 1 },
    app: null,
    pull_requests: [],
  };
}

/** A commit status as answers hold one. */
export function statusShape(world: World, status: Status) {
  return {
    url: `${world.apiUrl}/repos/${world.owner}/${world.name}/statuses/${status.sha}`,
    avatar_url: null,
    id: status.id,
    node_id: `S_${status.id}`,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: user('github-actions[bot]', world.apiUrl, world.serverUrl),
  };
}
