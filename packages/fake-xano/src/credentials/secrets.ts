import type { FakeOrigin } from '../http/origins.ts';

/** A secret that the fake handed out, or would take. */
export interface FakeSecret {
  /** What it is, for example `developer-api-key` or `instance-token:explore-instance`. */
  readonly label: string;
  readonly value: string;
  /** Whether this host is one of those that may see it. */
  readonly mayBeSeenBy: (origin: FakeOrigin) => boolean;
}

/** A secret, or something that looks like a credential, as it stood in a request. */
export interface SeenCredential {
  /** `header authorization`, `query token`, `path`, `body`. */
  readonly place: string;
  /** The label of the secret, or `unknown` for a bearer that the fake never handed out. */
  readonly secret: string;
  /** Whether this host was meant to see it. */
  readonly entitled: boolean;
}

/** All secrets of a fake, and the search for them. */
export class Secrets {
  readonly #known: FakeSecret[] = [];

  /** Remembers a secret and gives its value back. */
  add(label: string, value: string, mayBeSeenBy: (origin: FakeOrigin) => boolean): string {
    this.#known.push({ label, value, mayBeSeenBy });
    return value;
  }

  /** Gives every secret that was ever handed out. */
  all(): readonly FakeSecret[] {
    return [...this.#known];
  }

  /** Gives a text with the label of each secret in its place. */
  masked(text: string): string {
    return this.#known.reduce((rest, { label, value }) => rest.replaceAll(value, `<${label}>`), text);
  }

  /** Gives every credential that stands anywhere in a request: headers, query, path and body. */
  seenIn(
    origin: FakeOrigin,
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
    url: URL,
    body: string,
  ): SeenCredential[] {
    const seen = placesOf(headers, url, body).flatMap(({ place, value }) =>
      this.#known
        .filter((secret) => value.includes(secret.value))
        .map((secret) => ({ place, secret: secret.label, entitled: secret.mayBeSeenBy(origin) })),
    );
    const authorized = seen.some((credential) => credential.place === 'header authorization');
    return headers.authorization === undefined || authorized
      ? seen
      : [...seen, { place: 'header authorization', secret: 'unknown', entitled: false }];
  }
}

function placesOf(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  url: URL,
  body: string,
): { place: string; value: string }[] {
  return [
    ...Object.entries(headers).map(([name, value]) => ({
      place: `header ${name}`,
      value: [value].flat().join(),
    })),
    ...[...url.searchParams].map(([name, value]) => ({ place: `query ${name}`, value: `${name}=${value}` })),
    { place: 'path', value: url.pathname },
    { place: 'body', value: body },
  ];
}
