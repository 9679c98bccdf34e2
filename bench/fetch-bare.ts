import { Agent, get } from 'node:http';

/** As many at a time as core asks for (packages/core/src/http/limits.ts). */
export const CONCURRENCY = 8;
export const CONCURRENCY_PER_ORIGIN = 4;

/**
 * Asks for addresses with nothing but Node's own client and reads what comes to the end:
 * the time that latency, the network and the other side take, without any work of ours.
 */
export async function askBare(addresses: readonly string[], token: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY_PER_ORIGIN });
  const waiting = acrossOrigins(addresses).values();
  const ask = async () => {
    for (const address of waiting) await askOne(address, agent, token);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, ask));
  agent.destroy();
}

function askOne(address: string, agent: Agent, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    get(address, { agent, headers }, (answer) => {
      answer.resume().once('end', resolve).once('error', reject);
    }).once('error', reject);
  });
}

/** The same addresses in an order that goes round the origins, so that none has to wait for its own. */
function acrossOrigins(addresses: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return addresses
    .map((address) => {
      const { origin } = new URL(address);
      const turn = seen.get(origin) ?? 0;
      seen.set(origin, turn + 1);
      return { address, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ address }) => address);
}
