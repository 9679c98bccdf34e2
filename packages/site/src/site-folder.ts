/** Where a site is written. Paths go from its top, with `/`. */
export interface SiteFolder {
  /** Whether a file was there before the build. */
  has(path: string): boolean;
  /** Writes a file whole, its folders included. */
  write(path: string, text: string): Promise<void>;
  /** Removes a file, and the folders that it leaves empty. */
  remove(path: string): Promise<void>;
}
