import type { Commit } from '../git/commit.ts';
import type { FileDiff } from '../git/diff.ts';
import type { World } from '../world.ts';

/** Whether GitHub signed a commit, in the form that commits hold it. */
export function verification(world: World, sha: string) {
  return world.state.verified.has(sha)
    ? {
        verified: true,
        reason: 'valid',
        signature: '-----BEGIN PGP SIGNATURE-----\n(not modelled)\n-----END PGP SIGNATURE-----\n',
        payload: '(not modelled)',
        verified_at: null,
      }
    : { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
}

/** A commit as `GET /commits/{ref}`, lists and comparisons give it. */
export function commitShape(world: World, commit: Commit) {
  const repository = `/repos/${world.owner}/${world.name}`;
  const api = `${world.apiUrl}${repository}`;
  return {
    url: `${api}/commits/${commit.sha}`,
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    html_url: `${world.serverUrl}/${world.owner}/${world.name}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      verification: verification(world, commit.sha),
    },
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${world.serverUrl}/${world.owner}/${world.name}/commit/${sha}`,
    })),
  };
}

/** A commit as the git database's own calls give it. */
export function gitCommitShape(world: World, commit: Commit) {
  const api = `${world.apiUrl}/repos/${world.owner}/${world.name}`;
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${world.serverUrl}/${world.owner}/${world.name}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${world.serverUrl}/${world.owner}/${world.name}/commit/${sha}`,
    })),
    verification: verification(world, commit.sha),
  };
}

/** A changed file as comparisons and pull requests list it; without a patch, as GitHub lists large ones. */
export function fileShape(world: World, file: FileDiff, head: string) {
  const repository = `${world.owner}/${world.name}`;
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${world.serverUrl}/${repository}/blob/${head}/${path}`,
    raw_url: `${world.serverUrl}/${repository}/raw/${head}/${path}`,
    contents_url: `${world.apiUrl}/repos/${repository}/contents/${path}?ref=${head}`,
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
