/** Gives the text of a document, or of a file that one refers to, by its path. */
export type LoadText = (path: string) => Promise<string>;

/** Where the texts of both sides come from. */
export interface SideLoaders {
  readonly base: LoadText;
  readonly head: LoadText;
}
