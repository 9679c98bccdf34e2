export { buildSite, type SiteOptions, type SiteResult } from './build-site.ts';
export { SiteError, type SiteErrorCode } from './errors.ts';
export type { FileChange, ReadObject, SnapshotCommit } from './history/commits.ts';
export { type GroupHistory, readHistory, type SnapshotHistory } from './history/history.ts';
export { VERSIONS_SHOWN } from './limits.ts';
export type { SiteFolder } from './site-folder.ts';
export { NO_STATE, parseState, type SiteState, STATE_FILE, stateText } from './state/state.ts';
