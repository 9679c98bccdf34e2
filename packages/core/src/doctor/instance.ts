import type { Filters } from '../catalog/filters.ts';
import type { HttpClient } from '../http/client.ts';
import { XanoSpecsError } from '../http/errors.ts';
import { count, plain, span } from '../http/words.ts';
import type { SourceGroup, SourceInstance } from '../sources/source.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failing, finding } from './make-diagnosis.ts';
import { survey } from './survey.ts';

/** How many documents of an instance are tried; of a limited one, where each costs time, a single one. */
const MAX_TRIED = 10;
const MAX_TRIED_LIMITED = 1;

/** What an instance looks like. */
export interface ExaminedInstance {
  readonly findings: readonly Diagnosis[];
  /** How many API groups the filters select. */
  readonly groups: number;
  /** Whether every list could be read. */
  readonly isWhole: boolean;
}

/** Looks at an instance: whether its lists and its documents can be read, and how long a run takes where it is limited. */
export async function diagnoseInstance(
  instance: SourceInstance,
  http: HttpClient,
  filters: Filters,
): Promise<ExaminedInstance> {
  const started = http.now();
  const found = await survey(instance, filters);
  const name = plain(instance.identity.name);
  const { groups, workspaces } = found;
  const readable = groups.filter(({ source }) => source.documentation !== 'disabled');
  const tried = await tryDocuments(
    readable,
    http.isLimited(instance.identity.name) ? MAX_TRIED_LIMITED : MAX_TRIED,
  );
  const ms = http.now() - started;
  const summary =
    workspaces === null
      ? []
      : [
          finding(
            'ok',
            'instance',
            `${name}: ${count(workspaces, 'workspace')}, ${count(groups.length, 'API group')}`,
            { ...detailOf(http, instance, found.requests, tried.length, readable.length), ms },
          ),
        ];
  const findings = [
    ...summary,
    ...found.errors.map(({ step, error }) => failing(step, error)),
    ...groups.filter(({ source }) => source.documentation === 'disabled').map(({ label }) => disabled(label)),
    ...tried.filter((diagnosis) => diagnosis !== null),
  ];
  return { findings, groups: groups.length, isWhole: found.errors.length === 0 };
}

interface NamedGroup {
  readonly label: string;
  readonly source: SourceGroup;
}

/** Tries the first documents. Null stands for one that can be read. */
async function tryDocuments(groups: readonly NamedGroup[], limit: number): Promise<(Diagnosis | null)[]> {
  return await Promise.all(groups.slice(0, limit).map(({ label, source }) => tryDocument(label, source)));
}

async function tryDocument(label: string, source: SourceGroup): Promise<Diagnosis | null> {
  try {
    const answer = await source.fetchDocument();
    if (answer.kind === 'unreadable') {
      const { reason, remedy } = answer;
      return finding('warning', 'group', `${label}: ${reason.replace(/\.$/, '')}`, { remedy });
    }
    answer.read();
    return null;
  } catch (error) {
    if (!(error instanceof XanoSpecsError) || error.code === 'INTERRUPTED') throw error;
    return failing('group', error);
  }
}

function disabled(label: string): Diagnosis {
  return finding('warning', 'group', `${label}: its documentation is disabled`, {
    remedy: 'Switch the documentation on in Xano: API group → settings → Swagger documentation.',
  });
}

function detailOf(
  http: HttpClient,
  { identity }: SourceInstance,
  requests: number,
  tried: number,
  readable: number,
): { detail?: string } {
  const documents = tried < readable ? `${count(tried, 'document')} of ${readable} tried` : null;
  const parts = [limitOf(http, identity.name, requests), documents].filter((part) => part !== null);
  return parts.length === 0 ? {} : { detail: parts.join('; ') };
}

function limitOf(http: HttpClient, instance: string, requests: number): string | null {
  if (!http.isLimited(instance)) return null;
  const { requests: allowed, windowMs } = http.rateLimit;
  const takes = Math.floor(Math.max(0, requests - 1) / allowed) * windowMs;
  const run = takes === 0 ? 'a run stays within that' : `a run takes about ${span(takes)}`;
  return `limited to ${allowed} requests in ${span(windowMs)} (free plan): ${run}`;
}
