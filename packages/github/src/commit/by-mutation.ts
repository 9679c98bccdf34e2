import type { LoadedFile } from './changes.ts';
import type { MadeCommit, Target } from './target.ts';

/** https://docs.github.com/graphql/reference/mutations#createcommitonbranch */
const MUTATION = `
  mutation ($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      commit { oid url author { name } signature { isValid } }
    }
  }`;

interface Answer {
  readonly createCommitOnBranch: {
    readonly commit: {
      readonly oid: string;
      readonly url: string;
      readonly author: { readonly name: string | null } | null;
      readonly signature: { readonly isValid: boolean } | null;
    };
  };
}

/** All changes in one request: one commit, signed by GitHub, and only if the branch still stands at `head`. */
export async function commitByMutation(
  { octokit, owner, repo, branch }: Target,
  head: string,
  message: string,
  files: readonly LoadedFile[],
  deletions: readonly string[],
): Promise<MadeCommit> {
  const [headline = '', ...body] = message.split('\n');
  const { createCommitOnBranch } = await octokit.graphql<Answer>(MUTATION, {
    input: {
      branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
      expectedHeadOid: head,
      message: { headline, body: body.join('\n').trim() },
      fileChanges: {
        additions: files.map(({ path, content }) => ({
          path,
          contents: Buffer.from(content).toString('base64'),
        })),
        deletions: deletions.map((path) => ({ path })),
      },
    },
  });
  const { oid, url, author, signature } = createCommitOnBranch.commit;
  return { oid, url, verified: signature?.isValid === true, author: author?.name ?? '' };
}
