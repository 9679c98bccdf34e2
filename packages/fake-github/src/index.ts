export type { Fault, Faults, RequestMatch } from './faults.ts';
export type { Commit } from './git/commit.ts';
export { ACTIONS_BOT } from './rest/users.ts';
export type { Command } from './runner/command.ts';
export { type RanStep, runAction, type Step } from './runner/run-action.ts';
export type { LoggedRequest } from './serve.ts';
export { type BranchRule, NEEDS_PULL_REQUEST, type Settings } from './settings.ts';
export {
  ACTIONS_BOT_EMAIL,
  type CommitFiles,
  type CommitOptions,
  type FakeGitHub,
  type FakeGitHubOptions,
  type PullOptions,
  startFakeGitHub,
} from './start.ts';
export type { CheckRun, Comment, IssueEvent, Label, Pull, State, Status } from './state.ts';
export type { Permissions, Scope } from './tokens.ts';
