import type { Filters, ShareSettings } from '@xano-specs/core';
import { compileFilters } from '@xano-specs/core';
import type { Inputs } from '../inputs.ts';

/** What the inputs say that all jobs of a divided run have to know alike. */
export function shareSettingsOf(inputs: Inputs): ShareSettings {
  return {
    instances: [...inputs.instances],
    workspaces: [...inputs.workspaces],
    branches: [...inputs.branches],
    groups: [...inputs.groups],
    format: inputs.format,
    stripExamples: inputs['strip-examples'],
    extractComponents: inputs['extract-components'],
    redact: inputs.redact,
    allowedHosts: [...inputs['allowed-hosts']],
    address: addressOf(inputs),
  };
}

/** The service that lists what there is: of a self-hosted instance, itself. */
export function addressOf(inputs: Pick<Inputs, 'master-url' | 'instance-url'>): string {
  return inputs['instance-url'] === '' ? inputs['master-url'] : inputs['instance-url'];
}

/** The filters of a run. */
export function filtersOf(settings: ShareSettings): Filters {
  return compileFilters(settings);
}
