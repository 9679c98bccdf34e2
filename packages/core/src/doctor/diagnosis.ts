/** One finding of the doctor. */
export interface Diagnosis {
  readonly status: 'ok' | 'warning' | 'problem';
  /** What was looked at. */
  readonly step: 'credential' | 'expiry' | 'master' | 'instances' | 'instance' | 'workspace' | 'group';
  /** The subject and the finding in a few words, fit for the start of a line. */
  readonly what: string;
  /** More about it, or null. */
  readonly detail: string | null;
  /** What to do, or null when there is nothing to do. */
  readonly remedy: string | null;
  /** How long looking took; null when no call was made. */
  readonly ms: number | null;
}
