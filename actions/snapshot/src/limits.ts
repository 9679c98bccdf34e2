/** What GitHub's runner takes, each with its source. */

/**
 * Bytes of a job summary. A step's summary may have 1 MiB, and one that is longer is dropped
 * as a whole: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
export const SUMMARY_BYTES = 1024 * 1024 - 1024;

/**
 * Annotations of each level that a step may have; further ones are not shown:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands and
 * the runner's ExecutionContext.
 */
export const ANNOTATIONS = 10;
