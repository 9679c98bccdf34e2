import type { Fields, KindName } from './shape.ts';

/** How a caller is known. */
export const SECURITY_FIELDS = {
  securityScheme: {
    $ref: 'value',
    type: 'value',
    summary: 'value',
    description: 'value',
    name: 'value',
    in: 'value',
    scheme: 'value',
    bearerFormat: 'value',
    flow: 'value',
    authorizationUrl: 'value',
    tokenUrl: 'value',
    scopes: 'value',
    flows: 'oauthFlows',
    openIdConnectUrl: 'value',
    oauth2MetadataUrl: 'value',
    deprecated: 'value',
  },
  oauthFlows: {
    implicit: 'oauthFlow',
    password: 'oauthFlow',
    clientCredentials: 'oauthFlow',
    authorizationCode: 'oauthFlow',
    deviceAuthorization: 'oauthFlow',
  },
  oauthFlow: {
    authorizationUrl: 'value',
    deviceAuthorizationUrl: 'value',
    tokenUrl: 'value',
    refreshUrl: 'value',
    scopes: 'value',
  },
} satisfies Partial<Record<KindName, Fields>>;
