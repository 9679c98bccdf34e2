export { findLeaks } from './find.ts';
export type { Leak, LeakKind } from './leak.ts';
export { type Redacted, redactLeaks } from './redact.ts';
