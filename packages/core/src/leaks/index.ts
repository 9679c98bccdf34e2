export { findLeaks, leakedValues } from './find.ts';
export type { FoundLeaks, Leak, LeakKind } from './leak.ts';
export { maskLeaks } from './mask-text.ts';
export { type Redacted, redactLeaks } from './redact.ts';
