import * as core from '@actions/core';
import type { Secrets } from '@xano-specs/core';
import type { Annotation } from './annotations.ts';
import { logLine, oneLine } from './safe-text.ts';

/** The log of a run, as the runner shows it. Every text is made safe and free of secrets on its way. */
export interface RunnerLog {
  line(text: string): void;
  /** A part of the log that is folded when the run is read. */
  group<T>(title: string, write: () => Promise<T>): Promise<T>;
  warning(annotation: Annotation): void;
  error(annotation: Annotation): void;
  /** A line that is shown only when the run is debugged. */
  debug(text: string): void;
}

/** The log on standard output, through the runner's workflow commands. */
export function runnerLog(secrets: Secrets): RunnerLog {
  const safe = (text: string) => oneLine(secrets.redact(text));
  const properties = ({ title, file }: Annotation) => ({
    title: safe(title),
    ...(file === undefined ? {} : { file: safe(file) }),
  });
  return {
    line: (text) => core.info(logLine(secrets.redact(text))),
    group: (title, write) => core.group(safe(title), write),
    warning: (annotation) => core.warning(safe(annotation.message), properties(annotation)),
    error: (annotation) => core.error(safe(annotation.message), properties(annotation)),
    debug: (text) => core.debug(safe(text)),
  };
}
