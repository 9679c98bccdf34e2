/** What a command's end means to a script; the same numbers for every command. */
export const EXIT = {
  /** Done, and nothing to complain of. */
  ok: 0,
  /** Done, and something was found: a breaking change, an API group without a document, a problem. */
  found: 1,
  /** Not done: a wrong option, a credential that is refused, a file that can't be read. */
  trouble: 2,
  /** Stopped by Ctrl-C: 128 and the signal's number, as shells say it. */
  interrupted: 130,
  /** Stopped by SIGTERM. */
  terminated: 143,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
