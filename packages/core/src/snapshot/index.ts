export {
  assertWritable,
  type RemoteFiles,
  remoteBase,
  type SnapshotBase,
  type TextIdentity,
} from './base.ts';
export { groupNames, spansInstances } from './change-log/names.ts';
export { holdsSection, sectionHash } from './change-log/own-sections.ts';
export { changeLogSection, type LoggedChange, type SectionOptions } from './change-log/section.ts';
export { whatHappened } from './change-log/what-happened.ts';
export { type ChangeLogOptions, changeLogWriter } from './change-log/write.ts';
export { companionText } from './companion-text.ts';
export { CHANGE_LOG_FILE, type CompanionFile, isCompanionPath } from './companions.ts';
export { canonicalText } from './document/canonical-text.ts';
export { countDocument, type DocumentCounts } from './document/counts.ts';
export { type DocumentFormat, documentText, type TextOptions } from './document/document-text.ts';
export type { DocumentChange } from './document-change.ts';
export { SnapshotError, type SnapshotErrorCode } from './errors.ts';
export { type FileSystem, nodeFileSystem } from './folder/file-system.ts';
export { branchScope, type GroupPlace, placeKey, placeOf } from './group-key.ts';
export { DEFAULT_MAX_REMOVED } from './limits.ts';
export {
  EMPTY_MANIFEST,
  entryKey,
  groupOf,
  MANIFEST_FILE,
  type Manifest,
  type ManifestEntry,
  manifestText,
  parseManifest,
} from './manifest.ts';
export {
  type GroupStatus,
  type PlannedGroup,
  type PlannedWrite,
  type PlanOptions,
  planSnapshot,
  type SnapshotPlan,
} from './plan.ts';
export {
  type FileAddition,
  type Judge,
  type PreparedSnapshot,
  type PrepareOptions,
  prepareSnapshot,
  type WriteCompanions,
} from './prepare.ts';
export {
  type ReducedDocument,
  type ReducedGroup,
  type ReducedOutcomes,
  type ReduceOptions,
  reduceOutcomes,
} from './reduce.ts';
export type { SnapshotCounts, SnapshotRow } from './rows.ts';
export { sha256Of } from './sha256.ts';
export { memoryStaging, type Staging } from './staging.ts';
export {
  SnapshotRefusedError,
  type SnapshotResult,
  type TakeSnapshotOptions,
  takeSnapshot,
} from './take-snapshot.ts';
export { FIRST_VERSION, nextVersion, type VersionStep } from './versions.ts';
