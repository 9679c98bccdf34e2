export { bookShop } from './account/book-shop.ts';
export { documentedExample } from './account/documented-example.ts';
export { folderAccount } from './account/folder.ts';
export { apiGroup, column, liveBranch, recordEndpoints, table } from './account/make.ts';
export { type ManyGroups, manyGroups } from './account/many-groups.ts';
export type {
  ColumnType,
  Documentation,
  FakeAccount,
  FakeApiGroup,
  FakeBranch,
  FakeColumn,
  FakeEndpoint,
  FakeInput,
  FakeInstance,
  FakeShape,
  FakeTable,
  FakeWorkspace,
  Verb,
} from './account/model.ts';
export type { AccessTokenOptions, Scope } from './credentials/access-tokens.ts';
export type { FakeSecret, SeenCredential } from './credentials/secrets.ts';
export { describeFake } from './describe.ts';
export { type FakeXano, type FakeXanoOptions, startFakeXano } from './fake-xano.ts';
export type { Fault, FaultRule, Faults } from './faults/faults.ts';
export { type Misbehaviour, type MisbehaviourName, misbehave } from './faults/misbehave.ts';
export type { RecordedRequest, RequestLog } from './http/log.ts';
export type { FakeOrigin, OriginRole } from './http/origins.ts';
export type { RateLimitOptions } from './http/rate-limit.ts';
export type { Api, FakeRequest, Operation, Subject } from './http/request.ts';
