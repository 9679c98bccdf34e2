import type { OperationRef } from '../compare/finding.ts';
import { pointerOf, type Site } from '../contract/site.ts';
import type { Classified } from '../group/classified.ts';
import { causeOf, type Group } from '../group/group.ts';
import type { SpecDocument } from '../read/document.ts';
import { locate, type Position } from '../read/positions.ts';
import { ordered } from './order.ts';
import type {
  Change,
  ChangePlace,
  Proof,
  Report,
  ReportedExceptions,
  ReportOperation,
  SourcePlace,
} from './report.ts';
import { summarise } from './summary.ts';

/** The report on one document. */
export async function buildReport(
  base: SpecDocument,
  head: SpecDocument,
  groups: readonly Group[],
): Promise<Report> {
  const changes = ordered(await changesOf(base, head, groups));
  return { formatVersion: 1, base: base.uri, head: head.uri, summary: summarise(changes), changes };
}

/** The same report with a word on the exceptions that were applied to it. */
export function withExceptions(report: Report, exceptions: ReportedExceptions): Report {
  return { ...report, exceptions };
}

/** Groups as changes, in the groups' order, with their places worked out in the sources. */
export async function changesOf(
  base: SpecDocument,
  head: SpecDocument,
  groups: readonly Group[],
): Promise<Change[]> {
  const positions = new Positions();
  for (const { members } of groups) {
    for (const { finding } of members) {
      positions.want(finding.base);
      positions.want(finding.head);
    }
  }
  await positions.find();
  return groups.map((one) => {
    const [first] = one.members;
    return {
      id: first.finding.id,
      level: one.level,
      cause: causeOf(one),
      message: first.message,
      places: one.members.map(
        ({ finding }): ChangePlace => ({
          operation: finding.place.operation === null ? null : operationOf(finding.place.operation),
          direction: finding.place.direction,
          base: positions.placeOf(finding.base, base),
          head: positions.placeOf(finding.head, head),
        }),
      ),
      witness: first.finding.witness,
      proof: proofOf(first),
      fingerprint: one.fingerprint,
    };
  });
}

function operationOf({ kind, method, path }: OperationRef): ReportOperation {
  return kind === 'operation' ? { method, path } : { method, path, kind };
}

function proofOf({ finding }: Classified): Proof {
  if (finding.ruling === 'undecided') return 'undecided';
  if (finding.witness !== null) return 'witness';
  // What is evident where no value is known that would show it isn't proven.
  return finding.reason === null ? 'structural' : 'undecided';
}

/** The positions of the sites of a report, found in one pass through each file. */
class Positions {
  readonly #wanted = new Map<SpecDocument, Set<string>>();
  readonly #found = new Map<SpecDocument, ReadonlyMap<string, Position>>();

  want(site: Site | null): void {
    if (site === null) return;
    const pointers = this.#wanted.get(site.document) ?? new Set();
    this.#wanted.set(site.document, pointers.add(pointerOf(site)));
  }

  async find(): Promise<void> {
    for (const [document, pointers] of this.#wanted) {
      this.#found.set(document, await locate(document, [...pointers]));
    }
  }

  placeOf(site: Site | null, root: SpecDocument): SourcePlace | null {
    if (site === null) return null;
    const pointer = pointerOf(site);
    const position = this.#found.get(site.document)?.get(pointer) ?? { line: 1, column: 1 };
    const place = { pointer, line: position.line, column: position.column };
    return site.document === root ? place : { ...place, document: site.document.uri };
  }
}
