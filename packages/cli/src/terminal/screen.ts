import picocolors from 'picocolors';

/** The colours of a screen; each function gives its text back unchanged where there are none. */
export type Colours = ReturnType<typeof picocolors.createColors>;

/** Where text goes: standard output or standard error, or a test's memory. */
export interface Screen {
  write(text: string): void;
  /** Whether a person looks at it and lines can be redrawn. */
  readonly isTerminal: boolean;
  /** Its width in characters. */
  readonly columns: number;
  readonly colours: Colours;
}

/** The environment, as `process.env` is. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The width of what is no terminal, or doesn't say. */
export const DEFAULT_COLUMNS = 100;

/** The part of a Node stream that a screen is made of. */
export interface ScreenStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/**
 * A screen on a stream of the process. When its reader goes away (`| head`), what is
 * written afterwards is dropped without a word: the command still ends as it would have.
 */
export function screenOn(stream: ScreenStream, env: Environment): Screen {
  let isOpen = true;
  stream.on('error', (error) => {
    isOpen = false;
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
  });
  const isTerminal = stream.isTTY === true && env.TERM !== 'dumb';
  return {
    write: (text) => {
      if (isOpen) stream.write(text);
    },
    isTerminal,
    get columns() {
      // 0 is what some terminals say that do not know their width.
      return stream.columns || DEFAULT_COLUMNS;
    },
    colours: picocolors.createColors(wantsColours(env, isTerminal)),
  };
}

/**
 * Whether to write colours: as https://no-color.org says, and FORCE_COLOR as Node reads it.
 * What was said by the user comes before what the terminal can do.
 */
export function wantsColours(env: Environment, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR } = env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal;
}
