/** Of all requests that wait, documents go first: what is listed is fetched before more is listed. */
export const PRIORITY = { document: 4, groups: 3, branches: 2, workspaces: 1, instances: 0 } as const;
