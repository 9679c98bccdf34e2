import { STEP_ANNOTATION_LIMIT } from '@xano-specs/github';
import { type Annotations, type Report, renderAnnotations } from '@xano-specs/openapi-diff';

/** Of each level one is kept for what the run itself has to say. */
const LIMIT = STEP_ANNOTATION_LIMIT - 1;

/** What a level is told as where the changes were accepted; what breaks nobody isn't annotated. */
const ACCEPTED = { error: 'warning', warning: 'info', info: null } as const;

/** How a report is annotated. */
export interface AnnotationSettings {
  /** Whether the documents of the head are files of the repository. */
  readonly hasFiles: boolean;
  /** Whether a label lets the changes pass: they are then told one level lower, since no check fails for them. */
  readonly isAccepted: boolean;
}

/** The report as annotations on the lines of its documents. */
export function annotationsOf(report: Report, { hasFiles, isAccepted }: AnnotationSettings): Annotations {
  const options = { limit: LIMIT, file: (file: string) => (hasFiles ? file : null) };
  return isAccepted
    ? renderAnnotations(lowered(report), { ...options, levels: ['warning', 'info'] })
    : renderAnnotations(report, options);
}

function lowered(report: Report): Report {
  const changes = report.changes.flatMap((change) => {
    const level = ACCEPTED[change.level];
    return level === null ? [] : [{ ...change, level }];
  });
  return { ...report, changes };
}
