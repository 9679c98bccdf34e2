/** A JSON value, as the engine gives it; said here since pages must not load the engine for its types. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}
