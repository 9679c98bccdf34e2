import { Icon } from '@xano-specs/report/page/components/icon.tsx';
import { PageBar } from '@xano-specs/report/page/components/page-bar.tsx';
import { ThemeSwitch, useTheme } from '@xano-specs/report/page/components/theme-switch.tsx';
import { useKeys } from '@xano-specs/report/page/hooks/use-keys.ts';
import type { ComponentChildren } from 'preact';
import type { SitePage } from '../../page-data.ts';

/** What every page of the site has around it: its bar, the way up, the search and the theme. */
export function Frame({
  page: { kind, title, trail, root },
  children,
}: {
  readonly page: SitePage;
  readonly children: ComponentChildren;
}) {
  const [theme, turnTheme] = useTheme();
  useKeys({
    t: turnTheme,
    '/': (event) => {
      event.preventDefault();
      const field = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (field === null) location.assign(`${root}search.html`);
      else field.focus();
    },
  });
  return (
    <>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <PageBar title={title} trail={trail}>
        <a class="quiet" href={`${root}week.html`} aria-current={kind === 'week' ? 'page' : undefined}>
          <span class="wide-only">This week</span>
          <span class="narrow-only">Week</span>
        </a>
        <a
          class="quiet"
          href={`${root}search.html`}
          title="Search (/)"
          aria-current={kind === 'search' ? 'page' : undefined}
        >
          <Icon name="search" />
          <span class="wide-only">Search</span>
          <span class="unseen narrow-only">Search</span>
        </a>
        <ThemeSwitch theme={theme} onTurn={turnTheme} />
      </PageBar>
      <main id="main">{children}</main>
    </>
  );
}
