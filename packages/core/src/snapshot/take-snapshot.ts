import type { FetchOutcome } from '../fetch/outcome.ts';
import { SnapshotError, type SnapshotErrorCode } from './errors.ts';
import { type FileSystem, nodeFileSystem } from './folder/file-system.ts';
import { openFolder } from './folder/open.ts';
import { publishToFolder } from './folder/publish.ts';
import { placeKey, placeOf } from './group-key.ts';
import { entryKey } from './manifest.ts';
import { type PreparedSnapshot, type PrepareOptions, prepareSnapshot } from './prepare.ts';
import { type ReducedDocument, type ReduceOptions, reduceOutcomes } from './reduce.ts';

/** A run that keeps its snapshot in a folder. */
export interface TakeSnapshotOptions extends PrepareOptions, Omit<ReduceOptions, 'staging' | 'isHeld'> {
  readonly outcomes: AsyncIterable<FetchOutcome>;
  /** The folder of the manifest; it need not exist yet. */
  readonly directory: string;
  /** Plans and reports, and changes nothing. */
  readonly dryRun?: boolean;
  /** Told of the plan before it is carried out, when the documents of before and after can both be read. */
  readonly onPlan?: (prepared: PreparedSnapshot) => Promise<void> | void;
  /** The machine's own unless said otherwise. */
  readonly fileSystem?: FileSystem;
  readonly workingDirectory?: string;
}

/** What a run did, or would do. */
export interface SnapshotResult extends PreparedSnapshot {
  /** Whether the folder was changed. */
  readonly written: boolean;
}

/** A plan that must not be carried out; its rows say what it would have done. */
export class SnapshotRefusedError extends SnapshotError {
  override readonly name: string = 'SnapshotRefusedError';
  readonly prepared: PreparedSnapshot;

  constructor(refusal: SnapshotError, prepared: PreparedSnapshot) {
    super(
      refusal.code as SnapshotErrorCode,
      refusal.message,
      refusal.hint === null ? {} : { hint: refusal.hint },
    );
    this.prepared = prepared;
  }
}

/**
 * Takes a snapshot into a folder: reduces the outcomes as they come, plans, and carries
 * the plan out. Taken again of the same account, it changes no byte. When it throws, or
 * the process is killed, the folder is as it was before or as it would be afterwards.
 *
 * @throws SnapshotRefusedError when the plan must not be carried out, unless in a dry run
 * @throws SnapshotError when the folder or its manifest is not as it has to be
 * @throws what the walk through the account throws
 */
export async function takeSnapshot(options: TakeSnapshotOptions): Promise<SnapshotResult> {
  const { outcomes, directory, dryRun = false, onPlan } = options;
  const edges = {
    fs: options.fileSystem ?? nodeFileSystem,
    workingDirectory: options.workingDirectory ?? process.cwd(),
  };
  const { base, staging, held, close } = await openFolder(directory, dryRun, edges);
  try {
    const entries = new Map(base.manifest.groups.map((entry) => [entryKey(entry), entry]));
    const isHeld = async (document: ReducedDocument) => {
      const entry = entries.get(placeKey(placeOf(document.group)));
      return entry?.sha256 === document.sha256 && (await base.compare(entry.path, document)) === 'same';
    };
    const reduced = await reduceOutcomes(outcomes, { ...options, staging, isHeld });
    const prepared = await prepareSnapshot(base, reduced, staging, options);
    await onPlan?.(prepared);
    if (held === null) return { ...prepared, written: false };
    if (prepared.plan.refusal !== null) throw new SnapshotRefusedError(prepared.plan.refusal, prepared);
    if (prepared.changed) await publishToFolder(prepared.plan, prepared.companions, held);
    return { ...prepared, written: prepared.changed };
  } finally {
    await close();
  }
}
