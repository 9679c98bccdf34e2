import { CORE_SCHEMA, mergeTag } from 'js-yaml';

/** The core schema gives JSON's own types alone: what looks like a date stays text. */
export const YAML_SCHEMA = CORE_SCHEMA.withTags(mergeTag);
