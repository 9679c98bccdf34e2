/**
 * A fake Xano in a process of its own, so that its work is not counted. It says over IPC
 * where it is and what opens it.
 *
 * usage: node bench/fetch-server.ts INSTANCES WORKSPACES GROUPS BYTES LATENCY_MS LIMITED
 */
import { manyGroups, startFakeXano } from '@xano-specs/fake-xano';

const [instances = 1, workspaces = 1, groups = 1, documentBytes = 1, latencyMs = 0, limited = 0] =
  process.argv.slice(2).map(Number);

const account = manyGroups({ instances, workspaces, groups, documentBytes, limited: limited === 1 });
const fake = await startFakeXano({ account, latencyMs });
process.send?.({ masterUrl: fake.masterUrl, accessToken: fake.accessToken });
process.once('disconnect', () => process.exit());
