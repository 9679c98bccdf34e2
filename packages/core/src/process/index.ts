/** Settings of the whole process; on their own path, so that a program can make them before it loads anything else. */
export { tuneForOneComparison } from './one-comparison.ts';
export { keepHeapSmall } from './small-heap.ts';
