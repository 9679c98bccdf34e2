import type { Check } from '../../src/classify/check.ts';
import { bodyChecks } from '../../src/classify/checks/bodies.ts';
import { componentChecks } from '../../src/classify/checks/components.ts';
import { mediaTypeChecks } from '../../src/classify/checks/media-types.ts';
import { metadataChecks } from '../../src/classify/checks/metadata.ts';
import { operationChecks } from '../../src/classify/checks/operations.ts';
import { parameterChecks } from '../../src/classify/checks/parameters.ts';
import { responseChecks } from '../../src/classify/checks/responses.ts';
import { securityChecks } from '../../src/classify/checks/security.ts';
import { serverChecks } from '../../src/classify/checks/servers.ts';
import { webhookChecks } from '../../src/classify/checks/webhooks.ts';

/** Every check outside schemas whose example needs no settings. */
export const CHECKS: readonly Check[] = [
  ...operationChecks,
  ...parameterChecks,
  ...bodyChecks,
  ...mediaTypeChecks,
  ...responseChecks,
  ...securityChecks,
  ...serverChecks,
  ...webhookChecks,
  ...metadataChecks,
  ...componentChecks,
];
