import { STEP_ANNOTATION_LIMIT } from '@xano-specs/github';
import { type Annotations, type Report, renderAnnotations } from '@xano-specs/openapi-diff';

/** Of each level one is kept for what the run itself has to say. */
const LIMIT = STEP_ANNOTATION_LIMIT - 1;

/**
 * The report as annotations on the lines of its documents.
 * @param hasFiles whether the documents of the head are files of the repository
 */
export function annotationsOf(report: Report, hasFiles: boolean): Annotations {
  return renderAnnotations(report, { limit: LIMIT, file: (file) => (hasFiles ? file : null) });
}
