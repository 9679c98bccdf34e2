/** A client that hides nothing: what was sent back, as it was sent, and no redirect followed. */
import { setTimeout as pause } from 'node:timers/promises';
import type { FakeXano } from '../src/index.ts';

/** An answer, read whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks for a URL, with a bearer token where one is given. */
export async function get(
  url: string,
  bearer?: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { ...headers, ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Asks for JSON that must come with status 200. */
export async function getJson<T>(url: string, bearer?: string): Promise<T> {
  const reply = await get(url, bearer);
  if (reply.status !== 200) throw new Error(`${url} answered ${reply.status}: ${reply.text}`);
  return JSON.parse(reply.text) as T;
}

/** Resolves when the first request has come to the fake, answered or not. */
export async function arrived(fake: FakeXano): Promise<void> {
  while (fake.log.all().length === 0) await pause(1);
}

export interface InstanceEntry {
  readonly id: number;
  readonly name: string;
  readonly display: string;
  readonly host: string;
  readonly tokenUrl: string;
}

export interface Exchanged {
  readonly authToken: string;
  readonly api: string;
  readonly swaggerspec: string;
  readonly origin: string;
}

export interface DeveloperWorkspace {
  readonly id: number;
  readonly name: string;
  readonly apigroups: readonly {
    readonly id: number;
    readonly name: string;
    readonly api: string;
    readonly swaggerspec: string;
  }[];
}

/** Steps 1 and 2 of the Developer API for one instance. */
export async function exchange(fake: FakeXano, instance: string): Promise<Exchanged> {
  const instances = await getJson<InstanceEntry[]>(
    `${fake.masterUrl}/api:developer/instance`,
    fake.developerApiKey,
  );
  const entry = instances.find(({ name }) => name === instance);
  return getJson<Exchanged>(entry?.tokenUrl ?? '');
}

/** Steps 1 to 3: the workspaces of one instance. */
export async function developerWorkspaces(fake: FakeXano, instance: string): Promise<DeveloperWorkspace[]> {
  const { api, authToken } = await exchange(fake, instance);
  return getJson<DeveloperWorkspace[]>(`${api}/workspace`, authToken);
}

export interface GroupEntry {
  readonly id: number;
  readonly name: string;
  readonly canonical: string;
  readonly branch: string;
  readonly created_at: string | number;
  readonly swagger: boolean;
  readonly documentation: { readonly require_token: boolean; readonly token: string; readonly link: string };
}

export interface Page<T> {
  readonly curPage: number;
  readonly nextPage: number | null;
  readonly prevPage: number | null;
  readonly items: readonly T[];
}

/** The base of the Metadata API of an instance. */
export function metaBase(fake: FakeXano, instance = 'explore-instance'): string {
  const origin = fake.origins.find(({ role, name }) => role === 'instance' && name === instance);
  return `${origin?.url}/api:meta`;
}

/** The first page of the groups of a workspace, oldest first. */
export async function groups(fake: FakeXano, query = '', workspace = 2): Promise<readonly GroupEntry[]> {
  const url = `${metaBase(fake)}/workspace/${workspace}/apigroup?order=asc&${query}`;
  return (await getJson<Page<GroupEntry>>(url, fake.accessToken)).items;
}

/** The address of a group's document at its `apispec:` URL. */
export function apispecUrl(fake: FakeXano, domain: string, address: string): string {
  return `${fake.origins.find((origin) => origin.domain === domain)?.url}/apispec:${address}`;
}
