/** The build without Redis, which is the one that octokit's throttling takes too; its package types the other alone. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
