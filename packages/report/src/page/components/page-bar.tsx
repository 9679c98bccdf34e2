import type { ComponentChildren } from 'preact';

/** The bar at the top of every page: whose it is, what it is, and its tools. */
export function PageBar({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <header class="bar">
      <div class="bar-in">
        <p class="brand">
          <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="7" />
            <path d="M8 11h7M8 16h7M8 21h7M19 11h5M19 21h5" />
            <path class="logo-change" d="M19 16h5" />
          </svg>
          <span>Xano Specs</span> <span class="brand-page">{title}</span>
        </p>
        <div class="tools">{children}</div>
      </div>
    </header>
  );
}
