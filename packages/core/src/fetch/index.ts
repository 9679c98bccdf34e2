export { DEFAULT_WARN_TOKEN_DAYS } from './credential-warnings.ts';
export { type FetchOptions, fetchDocuments } from './fetch-documents.ts';
export { type ListedInstances, listInstances } from './list-instances.ts';
export type {
  DocumentOutcome,
  FailedOutcome,
  FetchOutcome,
  ListedOutcome,
  ListingFailedOutcome,
  UnreadableOutcome,
} from './outcome.ts';
