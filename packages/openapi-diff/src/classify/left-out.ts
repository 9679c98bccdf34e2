/** A listed id that the catalogue doesn't have, and why. */
export interface LeftOut {
  readonly id: string;
  readonly why: string;
}

/**
 * The ids in common use that no check of ours has. Whoever names one in the settings is told
 * why there is none.
 */
export const LEFT_OUT: readonly LeftOut[] = [
  {
    id: 'response-media-type-name-changed',
    why: 'A media type that is neither wider nor narrower than the one before is another one: it is told as one that went (`response-media-type-removed`) and one that came (`response-media-type-added`).',
  },
  {
    id: 'api-version-not-bumped',
    why: "The document's own version is a label: it takes part in no exchange, and which number a change deserves is for the release process to say. Fail on the level of the changes instead.",
  },
  {
    id: 'api-version-decreased',
    why: "The document's own version is a label: it takes part in no exchange, and which number a change deserves is for the release process to say.",
  },
  {
    id: 'api-major-version-not-bumped',
    why: "The document's own version is a label: it takes part in no exchange, and which number a change deserves is for the release process to say. Fail on the level of the changes instead.",
  },
];
