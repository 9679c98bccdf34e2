export * from './catalog/index.ts';
export * from './doctor/index.ts';
export * from './fetch/index.ts';
export * from './http/index.ts';
export * from './leaks/index.ts';
export * from './shares/index.ts';
export * from './snapshot/index.ts';
export * from './sources/index.ts';
