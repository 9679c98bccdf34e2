import { describe, expect, test } from '@jest/globals';
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
import { compareObjects } from './compare-objects.ts';

const CHECKS: readonly Check[] = [
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

describe('the example of every check outside schemas', () => {
  test.each(CHECKS.map((check) => [check.id, check] as const))(
    '%s speaks, ruled as usual',
    async (_, check) => {
      const { before, after } = check.example();
      const spoken = (await compareObjects(before, after)).filter(({ id }) => id === check.id);
      expect(spoken.map(({ ruling }) => ruling)).toEqual([check.usual]);
    },
  );

  test.each(CHECKS.map((check) => [check.id, check] as const))(
    '%s is silent when nothing changes',
    async (_, check) => {
      const { before, after } = check.example();
      expect(await compareObjects(before, before)).toEqual([]);
      expect(await compareObjects(after, structuredClone(after))).toEqual([]);
    },
  );
});
