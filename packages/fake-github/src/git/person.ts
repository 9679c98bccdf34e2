/** Who wrote or made a commit. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** The committer of what is done through the web or the GraphQL API. */
export const GITHUB_COMMITTER: Person = { name: 'GitHub', email: 'noreply@github.com' };
