import { type DocumentNode, GraphQLError, graphql, Kind, parse } from 'graphql';
import { type Answer, ok, problem } from '../http/answer.ts';
import type { FakeRequest } from '../http/request.ts';
import { GRAPHQL_PAYLOAD_LIMIT } from '../limits.ts';
import type { Token } from '../tokens.ts';
import type { World } from '../world.ts';
import { createCommitOnBranch } from './create-commit-on-branch.ts';
import { repository } from './repository.ts';
import { SCHEMA } from './schema.ts';
import { updateRefs } from './update-refs.ts';

/** An error of a field with GitHub's `type`, e.g. STALE_DATA. */
export function typedError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** Carries out a GraphQL request. Errors of fields come with status 200, in GitHub's form. */
export async function executeGraphQL(request: FakeRequest, world: World, caller: Token): Promise<Answer> {
  if (request.bytes > GRAPHQL_PAYLOAD_LIMIT)
    return problem(400, 'The request payload cannot be larger than 45MB');
  const { query, variables } = request.body;
  if (typeof query !== 'string')
    return problem(400, 'A query attribute must be specified and must be a string.');
  const result = await graphql({
    schema: SCHEMA,
    source: query,
    variableValues:
      typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {},
    rootValue: {
      repository: (args: { owner: string; name: string }) => repository(args, world),
      createCommitOnBranch: (args: unknown) => createCommitOnBranch(args, world, caller),
      updateRefs: (args: unknown) => updateRefs(args, world, caller),
    },
  });
  const errors = result.errors?.map((error) => ({
    ...(typeof error.extensions.type === 'string' ? { type: error.extensions.type } : {}),
    ...(error.path === undefined ? {} : { path: error.path }),
    locations: error.locations ?? [],
    message: error.message,
  }));
  return ok({
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(errors === undefined ? {} : { errors }),
  });
}

/** The first field that a request asks for, for the log of requests; null when it can't be read. */
export function fieldOf(request: FakeRequest): string | null {
  if (typeof request.body.query !== 'string') return null;
  let document: DocumentNode;
  try {
    document = parse(request.body.query);
  } catch {
    return null;
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const [field] = definition.selectionSet.selections;
    if (field?.kind === Kind.FIELD) return field.name.value;
  }
  return null;
}
