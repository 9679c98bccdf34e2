import type { SecurityScheme } from '../../contract/contract.ts';
import type { Json, JsonObject } from '../../read/document.ts';

/** One way in which two definitions of a scheme differ: an event of the catalogue, before and after. */
export interface SchemeDifference {
  readonly event: string;
  readonly from: string;
  readonly to: string;
}

/** The security schemes of two sides, matched by what a client has to do for them. */
export interface SchemePairs {
  /** A key for each scheme of the base, equal for the same scheme in the head. */
  readonly baseKey: (name: string) => string;
  readonly headKey: (name: string) => string;
  /** What differs about a scheme that has one name on both sides; empty where nothing counts. */
  readonly differences: ReadonlyMap<string, readonly SchemeDifference[]>;
}

/**
 * Matches schemes by name where they ask for the same credential, else by what they ask for,
 * since a scheme's name is never sent.
 */
export function pairSchemes(
  base: ReadonlyMap<string, SecurityScheme>,
  head: ReadonlyMap<string, SecurityScheme>,
): SchemePairs {
  const baseKeys = new Map<string, string>();
  const headKeys = new Map<string, string>();
  const differences = new Map<string, readonly SchemeDifference[]>();
  for (const [name, before] of base) {
    const after = head.get(name);
    if (after === undefined) continue;
    const found = differencesOf(before.object, after.object);
    if (found.length > 0) differences.set(name, found);
    if (credentialOf(before.object) !== credentialOf(after.object)) continue;
    baseKeys.set(name, name);
    headKeys.set(name, name);
  }
  for (const [name, before] of base) {
    if (baseKeys.has(name)) continue;
    for (const [other, after] of head) {
      if (headKeys.has(other) || fullText(before.object) !== fullText(after.object)) continue;
      baseKeys.set(name, name);
      headKeys.set(other, name);
      break;
    }
  }
  return {
    baseKey: (name) => baseKeys.get(name) ?? `${base.has(name) ? 'base' : 'undefined'}:${name}`,
    headKey: (name) => headKeys.get(name) ?? `${head.has(name) ? 'head' : 'undefined'}:${name}`,
    differences,
  };
}

/** What a client has to send for a scheme, however it got it. */
function credentialOf(scheme: JsonObject): string {
  const { type } = normalised(scheme);
  if (type === 'apiKey') return `apiKey ${text(scheme, 'in')} ${parameterName(scheme)}`;
  if (type === 'http') return `http ${httpScheme(scheme)}`;
  return type;
}

function parameterName(scheme: JsonObject): string {
  return text(scheme, 'in') === 'header' ? text(scheme, 'name').toLowerCase() : text(scheme, 'name');
}

/** Everything about a scheme that a client depends on. */
function fullText(scheme: JsonObject): string {
  const flows = Array.from(flowsOf(scheme), ([name, flow]) => [
    name,
    ...FLOW_URLS.map(([key]) => text(flow, key)),
  ]);
  return JSON.stringify([credentialOf(scheme), text(scheme, 'openIdConnectUrl'), flows.sort()]);
}

/** Swagger 2.0's `basic` is the `http` scheme of that name. */
function normalised(scheme: JsonObject): { type: string } {
  const type = text(scheme, 'type');
  return { type: type === 'basic' ? 'http' : type };
}

function httpScheme(scheme: JsonObject): string {
  return text(scheme, 'type') === 'basic' ? 'basic' : text(scheme, 'scheme').toLowerCase();
}

const FLOW_URLS = [
  ['authorizationUrl', 'oauth-url-changed'],
  ['tokenUrl', 'oauth-token-url-changed'],
  ['refreshUrl', 'oauth-refresh-url-changed'],
  ['deviceAuthorizationUrl', 'oauth-device-url-changed'],
] as const;

/** Swagger 2.0's names of the flows, as later versions call them. */
const FLOW_NAMES: Readonly<Record<string, string>> = {
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
};

/** The OAuth flows of a scheme by their OpenAPI 3 names. */
export function flowsOf(scheme: JsonObject): ReadonlyMap<string, JsonObject> {
  if (text(scheme, 'type') !== 'oauth2') return new Map();
  const single = text(scheme, 'flow');
  if (single !== '') return new Map([[FLOW_NAMES[single] ?? single, scheme]]);
  const flows = Object.hasOwn(scheme, 'flows') ? scheme.flows : undefined;
  if (!isObject(flows)) return new Map();
  const entries = Object.entries(flows).flatMap(([name, flow]) =>
    isObject(flow) && !name.startsWith('x-') ? [[name, flow] as const] : [],
  );
  return new Map(entries);
}

function differencesOf(base: JsonObject, head: JsonObject): readonly SchemeDifference[] {
  const from = normalised(base).type;
  const to = normalised(head).type;
  if (from !== to) return [{ event: 'type-changed', from, to }];
  const compared: SchemeDifference[] = [];
  const compare = (event: string, before: string, after: string): void => {
    if (before !== after) compared.push({ event, from: before, to: after });
  };
  if (from === 'apiKey') {
    compare('api-key-in-changed', text(base, 'in'), text(head, 'in'));
    if (parameterName(base) !== parameterName(head)) {
      compare('api-key-name-changed', text(base, 'name'), text(head, 'name'));
    }
  }
  if (from === 'http') compare('http-scheme-changed', httpScheme(base), httpScheme(head));
  if (from === 'openIdConnect') {
    compare('open-id-connect-url-changed', text(base, 'openIdConnectUrl'), text(head, 'openIdConnectUrl'));
  }
  const flows = flowsOf(head);
  for (const [name, flow] of flowsOf(base)) {
    const other = flows.get(name);
    if (other === undefined) compared.push({ event: 'oauth-flow-removed', from: name, to: '' });
    else for (const [key, event] of FLOW_URLS) compare(event, text(flow, key), text(other, key));
  }
  return compared;
}

function text(object: JsonObject, key: string): string {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' ? value : '';
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
