export { ShareError, type ShareErrorCode } from './errors.ts';
export { type FetchedShare, fetchedShareText, parseFetchedShare } from './fetched-share.ts';
export { mergeShares } from './merge-shares.ts';
export { parseShare, parseSharePlan, planShares, type SharePlan, sharePlanText } from './plan-shares.ts';
export { type Share, type ShareSettings, shareFilters } from './share.ts';
export { withUnlisted } from './with-unlisted.ts';
