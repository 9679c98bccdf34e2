import { lazy } from '../contract/lazy.ts';
import { objectAt } from '../contract/look.ts';
import { type ReadContract, readContract } from '../contract/read-contract.ts';
import { valueAt } from '../contract/refs.ts';
import { abstractTemplate } from '../contract/template.ts';
import { matchOperations } from '../match/operations.ts';
import type { DocumentSet } from '../read/document.ts';
import { isSame } from '../read/read-pair.ts';
import { type JudgedOperation, reportBrokenRefs } from './broken-refs.ts';
import { structuralHash } from './cause.ts';
import { compareUnreachedComponents } from './components.ts';
import { type CompareContext, type ExplainSchemas, findingOf } from './context.ts';
import { createExplain } from './explain/explain.ts';
import type { Finding } from './finding.ts';
import { type Lockstep, lockstep } from './lockstep/lockstep.ts';
import { compareAccess, createOperationComparison } from './operation.ts';
import { operationAdded, operationRemoved } from './operations.ts';
import { createRelator, type RelatorOptions } from './relate/relator.ts';
import { pairSchemes, type SchemePairs } from './security/scheme-pairs.ts';
import { compareSchemeDefinitions, usedBy } from './security/schemes.ts';
import { commonServerPath, compareServers } from './servers.ts';

/** How documents are compared; see `RelatorOptions` for the views of schemas. */
export interface CompareOptions extends Omit<RelatorOptions, 'base' | 'head'> {
  /** Says what has changed between two schemas; the engine's own explanation where it is left out. */
  readonly explain?: ExplainSchemas;
}

/**
 * Everything that differs between two documents, by the law alone: no policy, no level.
 * Documents with the same text have no differences; operations that read the same with all
 * that they refer to aren't looked into. In the order of the head's operations.
 *
 * @throws DocumentTooDeepError where values are nested deeper than any API's
 */
export function compare(base: DocumentSet, head: DocumentSet, options: CompareOptions = {}): Finding[] {
  if (isSame({ base, head })) return [];
  const findings: Finding[] = [];
  const steps = lockstep(base, head);
  const explain = options.explain ?? ownExplanation(base, head, options, steps);
  const context: CompareContext = {
    base: readContract(base),
    head: readContract(head),
    explain: (pair) => (steps.isCleanPair(pair.base, pair.head) ? [] : explain(pair)),
    isClean: steps.isCleanPair,
    emit: (draft) => findings.push(findingOf(draft)),
    emitAll: (found) => {
      for (const finding of found) findings.push(finding);
    },
  };
  const schemes = pairSchemes(context.base.securitySchemes(), context.head.securitySchemes());
  const judged: JudgedOperation[] = [];
  compareOperations(context, steps, schemes, judged);
  compareWebhooks(context, steps, schemes, judged);
  compareUnreachedComponents(context, steps);
  reportBrokenRefs(context, steps.mayLeadNowhere ? judged : []);
  return findings;
}

/** The engine's own explanation; what it needs is made with the first schema that has changed. */
function ownExplanation(
  base: DocumentSet,
  head: DocumentSet,
  options: CompareOptions,
  { isCleanPair }: Lockstep,
): ExplainSchemas {
  const make = lazy(() => {
    const relator = createRelator({ ...options, base, head, isSame: isCleanPair });
    return createExplain(relator, { isCleanPair });
  });
  return (pair) => make()(pair);
}

function compareOperations(
  context: CompareContext,
  steps: Lockstep,
  schemes: SchemePairs,
  judged: JudgedOperation[],
): void {
  const { base, head } = context;
  const compareAll = accessChanged(context);
  const clean = {
    isCleanPath: (path: string) => !compareAll && steps.isCleanPath('paths', path),
    isClean: (path: string, method: string) => !compareAll && steps.isClean('paths', path, method),
  };
  const prefixes = { base: commonServerPath(base.servers()), head: commonServerPath(head.servers()) };
  const compareOne = createOperationComparison(context, schemes);
  const headTemplates = new Set(head.paths().map(({ path }) => abstractTemplate(path)));
  const used = new Set<string>();
  let hasMoved = false;
  for (const { base: before, head: after } of matchOperations(base.paths(), head.paths(), clean, prefixes)) {
    if (after !== null) judged.push({ base: before, head: after, turned: false });
    if (before === null) operationAdded(context, after);
    else if (after === null) operationRemoved(context, before, headTemplates);
    else {
      const pair = { base: before, head: after, turned: false };
      hasMoved ||= abstractTemplate(before.path) !== abstractTemplate(after.path);
      for (const name of usedBy(pair, 'base').intersection(usedBy(pair, 'head'))) used.add(name);
      if (before.path === after.path && steps.isClean('paths', after.path, after.method)) {
        compareAccess(context, pair, schemes);
      } else {
        compareOne(pair);
      }
    }
  }
  if (!compareAll) return;
  compareSchemeDefinitions(context, schemes, used);
  compareServers(context, hasMoved);
}

function compareWebhooks(
  context: CompareContext,
  steps: Lockstep,
  schemes: SchemePairs,
  judged: JudgedOperation[],
): void {
  const clean = {
    isCleanPath: (name: string) =>
      steps.isCleanPath('webhooks', name) || steps.isCleanPath('x-webhooks', name),
    isClean: (name: string, method: string) =>
      steps.isClean('webhooks', name, method) || steps.isClean('x-webhooks', name, method),
  };
  const compareOne = createOperationComparison(context, schemes);
  const noPrefixes = { base: '', head: '' };
  const { base, head } = context;
  for (const pair of matchOperations(base.webhooks(), head.webhooks(), clean, noPrefixes)) {
    if (pair.head !== null) judged.push({ base: pair.base, head: pair.head, turned: true });
    if (pair.base === null) operationAdded(context, pair.head);
    else if (pair.head === null) operationRemoved(context, pair.base, new Set());
    else compareOne({ base: pair.base, head: pair.head, turned: true });
  }
}

/** What the document says around its operations of who may call them and where. */
const ACCESS_KEYS = ['security', 'servers', 'host', 'basePath', 'schemes', 'securityDefinitions'];

/** Whether credentials or servers may have changed for operations that read the same. */
function accessChanged({ base, head }: CompareContext): boolean {
  const said = ({ root }: ReadContract): string =>
    structuralHash([
      ...ACCESS_KEYS.map((key) => valueAt(root, key) ?? null),
      objectAt(objectAt(root, 'components'), 'securitySchemes')?.raw ?? null,
    ]);
  return said(base) !== said(head);
}
