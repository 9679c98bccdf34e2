export { ConfigurationError, type ConfigurationErrorCode } from './configuration-error.ts';
export type { CredentialFacts } from './credential-facts.ts';
export {
  ACCESS_TOKEN_VARIABLE,
  DEVELOPER_API_KEY_VARIABLE,
  MASTER_URL_VARIABLE,
  type SourceOptions,
  sourceFromEnvironment,
} from './from-environment.ts';
export type { SourceApi, SpecSource } from './source.ts';
