export * from './leaks/index.ts';
export * from './snapshot/index.ts';
