import type { FakeApiGroup } from '../account/model.ts';
import type { Secrets } from './secrets.ts';
import { opaque } from './shapes.ts';

/** The tokens that protect documents, one a group, made when they are first needed. */
export class DocumentationTokens {
  readonly #tokens = new WeakMap<FakeApiGroup, string>();
  readonly #secrets: Secrets;

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  /** Gives the token of a group; `host` is the domain of its documents, which alone may see it. */
  of(group: FakeApiGroup, host: string): string {
    const known = this.#tokens.get(group);
    if (known !== undefined) return known;
    const token = this.#secrets.add(
      `documentation-token:${group.name}`,
      opaque(24),
      (origin) => origin.domain === host,
    );
    this.#tokens.set(group, token);
    return token;
  }
}
