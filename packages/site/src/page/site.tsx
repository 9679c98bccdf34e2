/** The pages of a site, all but the change reports. */
import { render } from 'preact';
import type { SitePage } from '../page-data.ts';
import { Frame } from './components/frame.tsx';
import { readPage } from './data/read-page.ts';
import { Home } from './views/home.tsx';
import { Reference } from './views/reference.tsx';
import { Search } from './views/search.tsx';
import { Versions } from './views/versions.tsx';
import { Week } from './views/week.tsx';

function View({ page }: { readonly page: SitePage }) {
  switch (page.kind) {
    case 'home':
      return <Home page={page} />;
    case 'reference':
      return <Reference page={page} />;
    case 'versions':
      return <Versions page={page} />;
    case 'week':
      return <Week page={page} />;
    case 'search':
      return <Search page={page} />;
  }
}

const app = document.getElementById('app');
if (app !== null) {
  const page = readPage();
  app.replaceChildren();
  render(
    <Frame page={page}>
      <View page={page} />
    </Frame>,
    app,
  );
}
