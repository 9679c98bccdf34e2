import type { ComponentChildren } from 'preact';
import type { PageStep } from '../../page-data.ts';
import { visible } from '../data/visible.ts';

/** The bar at the top of every page: whose it is, which pages stand above it, what it is, and its tools. */
export function PageBar({
  title,
  trail = [],
  children,
}: {
  readonly title: string;
  readonly trail?: readonly PageStep[];
  readonly children: ComponentChildren;
}) {
  const [home, ...above] = trail;
  const Way = home === undefined ? 'p' : 'nav';
  return (
    <header class="bar">
      <div class="bar-in">
        <Way class="brand" aria-label={home === undefined ? undefined : 'The way here'}>
          <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="7" />
            <path d="M8 11h7M8 16h7M8 21h7M19 11h5M19 21h5" />
            <path class="logo-change" d="M19 16h5" />
          </svg>
          {home === undefined ? (
            <span>Xano Specs</span>
          ) : (
            <a class="brand-home" href={home.url}>
              <bdi>{visible(home.text)}</bdi>
            </a>
          )}
          {above.map(({ text, url }) => (
            <a key={url} class="brand-page" href={url}>
              <bdi>{visible(text)}</bdi>
            </a>
          ))}{' '}
          <span class="brand-page" aria-current={home === undefined ? undefined : 'page'}>
            <bdi>{visible(title)}</bdi>
          </span>
        </Way>
        <div class="tools">{children}</div>
      </div>
    </header>
  );
}
