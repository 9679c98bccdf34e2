/**
 * Writes a document with its schemas named, in a thread that may have little memory, and tells how
 * long the text is, or the code of the error that it could not be written for.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { documentText, SnapshotError } from '../../../src/index.ts';

function outcome(): number | string {
  try {
    return documentText(JSON.parse(workerData), { extractComponents: true }).length;
  } catch (error) {
    if (error instanceof SnapshotError) return error.code;
    throw error;
  }
}

parentPort?.postMessage(outcome());
