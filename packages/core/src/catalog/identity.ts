/**
 * Who an API group is, whichever of Xano's two APIs told of it. Both sources give the
 * same identities for the same account, so a team can move from one to the other
 * without a change in its repository.
 */

/** A Xano instance. `name` is stable and unique within an account; `display` is for people. */
export interface InstanceIdentity {
  readonly name: string;
  readonly display: string;
}

/** A workspace: `id` is unique within its instance and survives a rename. */
export interface WorkspaceIdentity {
  readonly id: number;
  readonly name: string;
}

/** A branch of a workspace. The live branch has no folder of its own in a snapshot. */
export interface BranchIdentity {
  readonly label: string;
  readonly live: boolean;
}

/** An API group: `id` is unique within its instance and survives a rename; `canonical` is the part of its URL. */
export interface ApiGroupIdentity {
  readonly id: number;
  readonly name: string;
  readonly canonical: string | null;
}

/** An API group with everything that it stands in. */
export interface ApiGroup {
  readonly instance: InstanceIdentity;
  readonly workspace: WorkspaceIdentity;
  readonly branch: BranchIdentity;
  readonly group: ApiGroupIdentity;
}

/** The branch that a source reports when it knows of no branches: the live one. */
export const LIVE_BRANCH: BranchIdentity = { label: '', live: true };

/** Takes the secrets that are known out of a text. */
interface Redactor {
  redact(text: string): string;
}

/** An instance as it is told of: names are printed and committed, and somebody may have put a secret into one. */
export function instanceIdentity(
  { name, display }: { readonly name: string; readonly display?: string | null | undefined },
  secrets: Redactor,
): InstanceIdentity {
  return { name: secrets.redact(name), display: secrets.redact(display ?? name) };
}

/** What has an id and a name, as it is told of. */
export function named<T extends { readonly name: string }>(entry: T, secrets: Redactor): T {
  return { ...entry, name: secrets.redact(entry.name) };
}
