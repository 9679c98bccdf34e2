import * as core from '@actions/core';
import { logLine, oneLine } from './safe-text.ts';

/** A message that GitHub shows beside the run, and on the file that it names. */
export interface Annotation {
  readonly title: string;
  readonly message: string;
  readonly file?: string;
}

/** Takes the secrets that are known out of a text. */
export interface Redactor {
  redact(text: string): string;
}

/** The log of a run, as the runner shows it. Every text is made safe and free of secrets on its way. */
export interface RunnerLog {
  line(text: string): void;
  /** A part of the log that is folded when the run is read. */
  group<T>(title: string, write: () => Promise<T>): Promise<T>;
  notice(annotation: Annotation): void;
  warning(annotation: Annotation): void;
  error(annotation: Annotation): void;
  /** A line that is shown only when the run is debugged. */
  debug(text: string): void;
}

/** The log on standard output, through the runner's workflow commands. */
export function runnerLog(secrets: Redactor): RunnerLog {
  const safe = (text: string) => oneLine(secrets.redact(text));
  const properties = ({ title, file }: Annotation) => ({
    title: safe(title),
    ...(file === undefined ? {} : { file: safe(file) }),
  });
  return {
    line: (text) => core.info(logLine(secrets.redact(text))),
    group: (title, write) => core.group(safe(title), write),
    notice: (annotation) => core.notice(safe(annotation.message), properties(annotation)),
    warning: (annotation) => core.warning(safe(annotation.message), properties(annotation)),
    error: (annotation) => core.error(safe(annotation.message), properties(annotation)),
    debug: (text) => core.debug(safe(text)),
  };
}
