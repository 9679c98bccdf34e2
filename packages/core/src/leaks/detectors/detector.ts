import type { LeakKind } from '../leak.ts';

/** A part of a string that should not be public. */
export interface Finding {
  readonly kind: LeakKind;
  /** Where the secret part begins and ends in the string, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** What may be shown of it. */
  readonly preview: string;
  /** The name of the parameter that it is the value of, for who sees no more than the preview. */
  readonly parameter?: string;
}

/** What is known of the place where a string stands. */
export interface StringContext {
  /** The name of the property or parameter that the string is a value of, or null. */
  readonly name: string | null;
  /** Whether it is (part of) a default value or an example. */
  readonly illustrates: boolean;
}

/**
 * Finds one family of leaks in a string. Strings come from outside and may be megabytes
 * long, so every detector takes linear time: it looks for a fixed marker, then at a
 * bounded stretch around it.
 */
export type Detector = (text: string, context: StringContext) => readonly Finding[];
