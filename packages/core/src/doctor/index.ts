export { type DiagnoseOptions, diagnose, type Patient } from './diagnose.ts';
export type { Diagnosis } from './diagnosis.ts';
