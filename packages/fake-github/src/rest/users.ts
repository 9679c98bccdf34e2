/** The login of what a GITHUB_TOKEN does. */
export const ACTIONS_BOT = 'github-actions[bot]';

/** A user as answers hold one. A login that ends in `[bot]` is a bot's. */
export function user(login: string, apiUrl: string, serverUrl: string) {
  const api = `${apiUrl}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: userId(login),
    node_id: `U_${userId(login)}`,
    avatar_url: `${serverUrl}/avatars/${userId(login)}`,
    gravatar_id: '',
    url: api,
    html_url: `${serverUrl}/${login.replace(/\[bot\]$/, '')}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

function userId(login: string): number {
  if (login === ACTIONS_BOT) return 41_898_282;
  let id = 7;
  for (const character of login) id = (id * 31 + (character.codePointAt(0) ?? 0)) % 10_000_000;
  return id;
}

/** The address under which GitHub records a user's commits. */
export function noReplyAddress(login: string): string {
  return `${userId(login)}+${login}@users.noreply.github.com`;
}
