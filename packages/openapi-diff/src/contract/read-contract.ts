import type { DocumentSet } from '../read/document.ts';
import type { Contract } from './contract.ts';
import { lazy } from './lazy.ts';
import { type BrokenRef, entriesAt, lookInto } from './look.ts';
import { pathEntries } from './operations.ts';
import { securityAt, securitySchemesOf } from './security.ts';
import { documentServers } from './servers.ts';

/** A contract, and the references that were found to lead nowhere while it was looked at. */
export interface ReadContract extends Contract {
  readonly broken: ReadonlyMap<string, BrokenRef>;
}

/**
 * The contract of a document. Documents needn't be valid: what makes no sense is left out,
 * what is left out gets the meaning that it most likely has.
 */
export function readContract(documents: DocumentSet): ReadContract {
  const look = lookInto(documents);
  const { root } = look;
  const around = {
    security: lazy(() => securityAt(root, 'document')),
    servers: lazy(() => documentServers(look)),
  };
  return {
    ...around,
    documents,
    version: documents.root.version,
    root,
    broken: look.broken,
    paths: lazy(() => pathEntries(look, around, 'operation', entriesAt(root, 'paths'))),
    // 3.0 has no webhooks: `x-webhooks` is how its documents spell them (Redoc's extension).
    webhooks: lazy(() =>
      pathEntries(look, around, 'webhook', [
        ...entriesAt(root, 'webhooks', { extensions: true }),
        ...entriesAt(root, 'x-webhooks', { extensions: true }),
      ]),
    ),
    securitySchemes: lazy(() => securitySchemesOf(look)),
  };
}
