export { findString, type StringAnswer, type StringQuery } from './find-string.ts';
export { compilePattern, matches, type Pattern } from './pattern.ts';
