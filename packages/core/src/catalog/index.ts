export { compileFilters, type FilterPatterns, type Filters, LIVE_BRANCH_NAME } from './filters.ts';
export {
  type ApiGroup,
  type ApiGroupIdentity,
  type BranchIdentity,
  type InstanceIdentity,
  LIVE_BRANCH,
  type WorkspaceIdentity,
} from './identity.ts';
