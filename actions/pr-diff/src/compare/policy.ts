import type { PolicySettings } from '@xano-specs/openapi-diff';
import type { Inputs } from '../inputs.ts';

/** The settings of the engine that the inputs ask for. */
export function policyOfInputs(inputs: Inputs): PolicySettings {
  return {
    levels: inputs.levels,
    responses: { optional: inputs['optional-properties'], enum: inputs['response-enums'] },
    servers: inputs.servers,
    failOn: inputs['fail-on'],
  };
}
