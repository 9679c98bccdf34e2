import type { Check } from './check.ts';
import { accessChecks } from './checks/access.ts';
import { allowedValueChecks } from './checks/allowed-values.ts';
import { bodyChecks } from './checks/bodies.ts';
import { boundChecks } from './checks/bounds.ts';
import { componentChecks } from './checks/components.ts';
import { compositionChecks } from './checks/composition.ts';
import { conditionChecks } from './checks/conditions.ts';
import { defaultChecks } from './checks/defaults.ts';
import { discriminatorChecks } from './checks/discriminator.ts';
import { itemChecks } from './checks/items.ts';
import { mediaTypeChecks } from './checks/media-types.ts';
import { metadataChecks } from './checks/metadata.ts';
import { nullChecks } from './checks/null.ts';
import { objectChecks } from './checks/objects.ts';
import { operationLifecycleChecks } from './checks/operation-lifecycle.ts';
import { operationChecks } from './checks/operations.ts';
import { parameterLifecycleChecks } from './checks/parameter-lifecycle.ts';
import { parameterChecks } from './checks/parameters.ts';
import { propertyChecks } from './checks/properties.ts';
import { propertyLifecycleChecks } from './checks/property-lifecycle.ts';
import { responseChecks } from './checks/responses.ts';
import { securityChecks } from './checks/security.ts';
import { serverChecks } from './checks/servers.ts';
import { textChecks } from './checks/text.ts';
import { typeChecks } from './checks/types.ts';
import { webhookChecks } from './checks/webhooks.ts';
import { wholeChecks } from './checks/whole.ts';

/**
 * The files of the catalogue, one a topic, in the order of the index. A topic is an array of
 * entries made by `defineCheck`, or of whole families made from places and events.
 */
const TOPICS: readonly (readonly Check[])[] = [
  operationChecks,
  operationLifecycleChecks,
  parameterChecks,
  parameterLifecycleChecks,
  bodyChecks,
  mediaTypeChecks,
  responseChecks,
  securityChecks,
  serverChecks,
  webhookChecks,
  metadataChecks,
  componentChecks,
  typeChecks,
  nullChecks,
  allowedValueChecks,
  boundChecks,
  textChecks,
  propertyChecks,
  objectChecks,
  accessChecks,
  propertyLifecycleChecks,
  itemChecks,
  compositionChecks,
  conditionChecks,
  discriminatorChecks,
  defaultChecks,
  wholeChecks,
];

let byId: ReadonlyMap<string, Check> | null = null;

function index(): ReadonlyMap<string, Check> {
  byId ??= new Map(TOPICS.flat().map((check) => [check.id, check]));
  return byId;
}

/** Every check of the catalogue, in the order of the index. */
export function checks(): readonly Check[] {
  return [...index().values()];
}

/** The check with this id, or null. */
export function check(id: string): Check | null {
  return index().get(id) ?? null;
}
