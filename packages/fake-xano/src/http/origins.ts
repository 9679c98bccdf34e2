import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeAccount } from '../account/model.ts';

/**
 * What a host is. `elsewhere` belongs to nobody: it is where redirects lead, to prove
 * that nothing follows them with a secret.
 */
export type OriginRole = 'master' | 'instance' | 'custom-domain' | 'group-host' | 'elsewhere';

/** One host, played by one port on loopback. */
export interface FakeOrigin {
  readonly role: OriginRole;
  /** The instance's name for its own origins, the domain for the others. */
  readonly name: string;
  /** The domain that Xano, or the account's owner, gave this host. */
  readonly domain: string;
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
}

/** Where the real master service is. */
const MASTER_DOMAIN = 'app.xano.com';

/** Every host that an account needs, each open on its own port. */
export class Origins {
  readonly all: FakeOrigin[] = [];
  readonly #servers: Server[] = [];
  readonly #listen: (origin: FakeOrigin) => RequestListener;
  #nextPort: number;

  /** `firstPort` is the port of the first origin, the others follow it; 0 takes any free ports. */
  constructor(listen: (origin: FakeOrigin) => RequestListener, firstPort: number) {
    this.#listen = listen;
    this.#nextPort = firstPort;
  }

  /** Opens what the account needs and is not open yet. Throws what `listen` throws when a port is taken. */
  async openFor(account: FakeAccount, options: { readonly selfHosted: boolean }): Promise<void> {
    if (!options.selfHosted) await this.#open('master', 'master', MASTER_DOMAIN);
    for (const instance of account.instances) {
      await this.#open('instance', instance.name, instance.domain);
      if (instance.customDomain !== null) {
        await this.#open('custom-domain', instance.name, instance.customDomain);
      }
    }
    const groups = account.instances
      .flatMap((instance) => instance.workspaces)
      .flatMap((workspace) => workspace.branches)
      .flatMap((branch) => branch.groups);
    for (const { domain } of groups) {
      if (domain !== null) await this.#open('group-host', domain, domain);
    }
    await this.#open('elsewhere', 'elsewhere', 'elsewhere.example');
  }

  /** Gives the URL of the host with this domain, or throws when the account has grown a host that is not open. */
  urlOf(domain: string): string {
    const origin = this.all.find((candidate) => candidate.domain === domain);
    if (origin === undefined)
      throw new Error(`No origin plays "${domain}": call open() after adding a host.`);
    return origin.url;
  }

  /** Gives the origin of this role, the first one where there are several. */
  byRole(role: OriginRole): FakeOrigin | undefined {
    return this.all.find((origin) => origin.role === role);
  }

  /** Closes every port and breaks the connections that are still open. */
  async close(): Promise<void> {
    await Promise.all(
      this.#servers.map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      ),
    );
  }

  async #open(role: OriginRole, name: string, domain: string): Promise<void> {
    if (this.all.some((origin) => origin.domain === domain)) return;
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#nextPort, '127.0.0.1', resolve);
    });
    if (this.#nextPort !== 0) this.#nextPort += 1;
    const { port } = server.address() as AddressInfo;
    const origin: FakeOrigin = { role, name, domain, url: `http://127.0.0.1:${port}` };
    server.on('request', this.#listen(origin));
    this.#servers.push(server);
    this.all.push(origin);
  }
}
