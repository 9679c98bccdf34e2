import { createHash } from 'node:crypto';

/** The name under which git keeps these bytes as a blob. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobOid(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
