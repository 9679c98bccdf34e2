import { problem, Refusal, validationFailed } from './answer.ts';
import type { FakeRequest } from './request.ts';

/** A required text of the body; 422 without it. */
export function text(request: FakeRequest, resource: string, field: string): string {
  const value = request.body[field];
  if (typeof value !== 'string') throw validationFailed(resource, field, 'missing_field');
  return value;
}

/** A text of the body that may be missing or null. */
export function optionalText(request: FakeRequest, field: string): string | undefined {
  const value = request.body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrongType(field, 'string');
  return value;
}

/** A list of texts of the body; empty when it is missing. */
export function texts(request: FakeRequest, field: string): readonly string[] {
  const value = request.body[field];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string')) {
    throw wrongType(field, 'array of strings');
  }
  return value as string[];
}

/** A list of objects of the body; undefined when it is missing. */
export function objects(request: FakeRequest, field: string): Record<string, unknown>[] | undefined {
  const value = request.body[field];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'object' || entry === null)) {
    throw wrongType(field, 'array of objects');
  }
  return value as Record<string, unknown>[];
}

/** An object of the body; undefined when it is missing. */
export function object(request: FakeRequest, field: string): Record<string, unknown> | undefined {
  const value = request.body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw wrongType(field, 'object');
  return value as Record<string, unknown>;
}

function wrongType(field: string, wanted: string): Refusal {
  return new Refusal(problem(422, `Invalid request.\n\nFor 'properties/${field}', expected ${wanted}.`));
}
