export { type FetchOptions, fetchDocuments } from './fetch-documents.ts';
export type {
  DocumentOutcome,
  FailedOutcome,
  FetchOutcome,
  ListedOutcome,
  ListingFailedOutcome,
  UnreadableOutcome,
} from './outcome.ts';
export { keepYoungGenerationSmall } from './young-generation.ts';
