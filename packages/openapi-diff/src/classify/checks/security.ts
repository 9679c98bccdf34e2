import type { JsonObject } from '../../read/document.ts';
import { type CheckInput, defineCheck, type Example } from '../check.ts';
import { documentExample } from '../example.ts';

const BEARER: JsonObject = { type: 'http', scheme: 'bearer' };
const KEY: JsonObject = { type: 'apiKey', in: 'header', name: 'X-Key' };
const FLOW: JsonObject = {
  authorizationUrl: 'https://shop.example/authorize',
  tokenUrl: 'https://shop.example/token',
  refreshUrl: 'https://shop.example/refresh',
  scopes: { read: 'Read orders', write: 'Write orders' },
};

function oauth(flow: JsonObject, name = 'authorizationCode'): JsonObject {
  return { type: 'oauth2', flows: { [name]: flow } };
}

const SCHEMES: JsonObject = { bearer: BEARER, key: KEY, oauth: oauth(FLOW) };

/** A document whose operation, or which itself, asks for something. */
function asking(
  at: 'operation' | 'document',
  security: readonly JsonObject[],
  schemes: JsonObject = SCHEMES,
): JsonObject {
  const operation: JsonObject = { responses: { '200': { description: 'Done' } } };
  return {
    components: { securitySchemes: schemes },
    ...(at === 'document' ? { security } : {}),
    paths: { '/orders': { post: at === 'operation' ? { ...operation, security } : operation } },
  };
}

type Requirement = readonly JsonObject[];

const EXAMPLES: Readonly<Record<string, readonly [Requirement, Requirement]>> = {
  added: [[], [{ bearer: [] }]],
  removed: [[{ bearer: [] }, { key: [] }], [{ bearer: [] }]],
  'scope-added': [[{ oauth: ['read'] }], [{ oauth: ['read', 'write'] }]],
  'scope-removed': [[{ oauth: ['read', 'write'] }], [{ oauth: ['read'] }]],
};

type RequirementInput = Pick<CheckInput, 'meaning' | 'usual' | 'cause' | 'because'> & {
  readonly event: string;
};

const LISTED_AS_NOTE = {
  listed: 'info',
  why: 'Who held enough to call the operation no longer does: the law makes no exception for credentials.',
} as const;

/** An operation's own requirement, and the document's: told apart by id, the same in meaning. */
function requirementChecks({ event, ...input }: RequirementInput) {
  const [before, after] = EXAMPLES[event] ?? [[], []];
  return (['operation', 'document'] as const).map((at) =>
    defineCheck({
      ...input,
      id: `api-${at === 'document' ? 'global-' : ''}security-${event}`,
      area: 'security',
      law: 'requests',
      ...(input.usual === 'breaking' ? { differs: LISTED_AS_NOTE } : {}),
      example: () => documentExample(asking(at, before), asking(at, after)),
    }),
  );
}

const requirements = [
  ...requirementChecks({
    event: 'added',
    meaning: 'A credential is needed where none was; or, as a safe change, a further one suffices.',
    usual: 'breaking',
    cause: ({ operation, name }) => `${operation} asks for ${name('schemes')}`,
  }),
  ...requirementChecks({
    event: 'removed',
    meaning: 'Credentials that sufficed no longer do.',
    usual: 'breaking',
    cause: ({ operation, name }) => `${name('schemes')} no longer suffices for ${operation}`,
  }),
  ...requirementChecks({
    event: 'scope-added',
    meaning: 'A further scope is needed.',
    usual: 'breaking',
    cause: ({ operation, name }) => `${operation} now needs the scope ${name('scope')} of ${name('scheme')}`,
  }),
  ...requirementChecks({
    event: 'scope-removed',
    meaning: 'A scope is no longer needed.',
    usual: 'safe',
    cause: ({ operation, name }) =>
      `${operation} no longer needs the scope ${name('scope')} of ${name('scheme')}`,
  }),
  defineCheck({
    id: 'api-security-all-removed',
    area: 'security',
    meaning: 'No credential is needed any more where one was.',
    law: 'owner',
    usual: 'safe',
    levels: { safe: 'warning' },
    cause: ({ operation, name }) =>
      `${operation} no longer asks for any credential (it asked for ${name('schemes')})`,
    example: () => documentExample(asking('operation', [{ bearer: [] }]), asking('operation', [])),
  }),
];

/** The one scheme of a document, before and after, asked for by its operation. */
function schemeExample(before: JsonObject, after: JsonObject): Example {
  const needed = [{ login: [] }];
  return documentExample(
    asking('operation', needed, { login: before }),
    asking('operation', needed, { login: after }),
  );
}

interface SchemeInput {
  readonly event: string;
  readonly what: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** Where the list in common use has the id. */
  readonly isListed?: boolean;
}

/** "The HTTP scheme" as it stands inside of a sentence. */
function inSentence(what: string): string {
  return what.charAt(0).toLowerCase() + what.slice(1);
}

function schemeCheck({ event, what, before, after, isListed = false }: SchemeInput) {
  return defineCheck({
    id: `api-security-component-${event}`,
    area: 'security',
    meaning: `${what} of a security scheme is another one. It breaks for the operations that ask for the scheme.`,
    law: 'exchange',
    usual: 'breaking',
    ...(isListed ? { differs: LISTED_AS_NOTE } : {}),
    cause: ({ name }) => `${inSentence(what)} of security scheme ${name('scheme')} is now ${name('to')}`,
    because: ({ name }) => `${inSentence(what)} of ${name('scheme')} was ${name('from')}`,
    example: () => schemeExample(before, after),
  });
}

const OTHER_URL = 'https://login.example/oauth';

const schemes = [
  schemeCheck({ event: 'type-changed', what: 'The type', before: KEY, after: BEARER, isListed: true }),
  schemeCheck({
    event: 'api-key-in-changed',
    what: 'The place',
    before: KEY,
    after: { ...KEY, in: 'query' },
  }),
  schemeCheck({
    event: 'api-key-name-changed',
    what: 'The name of the key',
    before: KEY,
    after: { ...KEY, name: 'X-Token' },
  }),
  schemeCheck({
    event: 'http-scheme-changed',
    what: 'The HTTP scheme',
    before: BEARER,
    after: { type: 'http', scheme: 'basic' },
  }),
  schemeCheck({
    event: 'open-id-connect-url-changed',
    what: 'The discovery address',
    before: { type: 'openIdConnect', openIdConnectUrl: 'https://shop.example/id' },
    after: { type: 'openIdConnect', openIdConnectUrl: 'https://login.example/id' },
  }),
  schemeCheck({
    event: 'oauth-url-changed',
    what: 'The authorization address',
    before: oauth(FLOW),
    after: oauth({ ...FLOW, authorizationUrl: OTHER_URL }),
    isListed: true,
  }),
  schemeCheck({
    event: 'oauth-token-url-changed',
    what: 'The token address',
    before: oauth(FLOW),
    after: oauth({ ...FLOW, tokenUrl: OTHER_URL }),
    isListed: true,
  }),
  schemeCheck({
    event: 'oauth-refresh-url-changed',
    what: 'The refresh address',
    before: oauth(FLOW),
    after: oauth({ ...FLOW, refreshUrl: OTHER_URL }),
  }),
  schemeCheck({
    event: 'oauth-device-url-changed',
    what: 'The device authorization address',
    before: oauth({ ...FLOW, deviceAuthorizationUrl: 'https://shop.example/device' }, 'deviceAuthorization'),
    after: oauth({ ...FLOW, deviceAuthorizationUrl: OTHER_URL }, 'deviceAuthorization'),
  }),
  defineCheck({
    id: 'api-security-component-oauth-flow-removed',
    area: 'security',
    meaning:
      'An OAuth flow of a security scheme is gone. It breaks for the operations that ask for the scheme.',
    law: 'exchange',
    usual: 'breaking',
    cause: ({ name }) => `flow ${name('from')} of security scheme ${name('scheme')} is gone`,
    example: () => schemeExample(oauth(FLOW), oauth(FLOW, 'implicit')),
  }),
];

type DefinitionInput = Pick<CheckInput, 'id' | 'meaning' | 'cause'> & {
  readonly before: JsonObject;
  readonly after: JsonObject;
};

function definitionCheck({ before, after, ...input }: DefinitionInput) {
  return defineCheck({
    ...input,
    area: 'security',
    law: 'annotation',
    usual: 'safe',
    example: () => documentExample(asking('operation', [], before), asking('operation', [], after)),
  });
}

const WITHOUT_WRITE: JsonObject = { ...FLOW, scopes: { read: 'Read orders' } };
const OTHER_WORDS: JsonObject = { ...FLOW, scopes: { read: 'Read orders', write: 'Write orders and books' } };

const definitions = [
  definitionCheck({
    id: 'api-security-component-added',
    meaning: 'A security scheme is new. What asks for it is told where it is asked for.',
    cause: ({ name }) => `security scheme ${name('scheme')} is new`,
    before: { bearer: BEARER },
    after: { bearer: BEARER, key: KEY },
  }),
  definitionCheck({
    id: 'api-security-component-removed',
    meaning: 'A security scheme is gone. What asked for it is told where it was asked for.',
    cause: ({ name }) => `security scheme ${name('scheme')} is gone`,
    before: { bearer: BEARER, key: KEY },
    after: { bearer: BEARER },
  }),
  definitionCheck({
    id: 'api-security-component-oauth-scope-added',
    meaning: 'A security scheme defines a further scope.',
    cause: ({ name }) => `security scheme ${name('scheme')} has the new scope ${name('scope')}`,
    before: { oauth: oauth(WITHOUT_WRITE) },
    after: { oauth: oauth(FLOW) },
  }),
  definitionCheck({
    id: 'api-security-component-oauth-scope-removed',
    meaning: 'A security scheme no longer defines a scope.',
    cause: ({ name }) => `security scheme ${name('scheme')} no longer has the scope ${name('scope')}`,
    before: { oauth: oauth(FLOW) },
    after: { oauth: oauth(WITHOUT_WRITE) },
  }),
  definitionCheck({
    id: 'api-security-component-oauth-scope-changed',
    meaning: 'A scope of a security scheme is described in other words.',
    cause: ({ name }) =>
      `scope ${name('scope')} of security scheme ${name('scheme')} is described in other words`,
    before: { oauth: oauth(FLOW) },
    after: { oauth: oauth(OTHER_WORDS) },
  }),
];

/** What credentials are needed, and what they are. */
export const securityChecks = [...requirements, ...schemes, ...definitions];
