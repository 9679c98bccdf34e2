/**
 * Draws the pictures of docs/set-up.md: where on a page something is, and what to write there.
 * They are drawings on purpose: a screenshot of a page that changes is wrong within months.
 *
 * usage: node scripts/draw-set-up.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';

const WIDTH = 720;
const MARGIN = 24;
const SIDE = 204;

/** A part of the main area of a page, from top to bottom. */
type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string; readonly mono?: boolean }
  | { readonly kind: 'check'; readonly label: string; readonly value: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'button'; readonly text: string; readonly mark?: string }
  | { readonly kind: 'row'; readonly text: string; readonly detail: string };

/** A page as the reader sees it: its address, the menu at its side with what to choose, and what stands in it. */
interface Page {
  readonly file: string;
  /** What it shows, for those who can't see it. */
  readonly title: string;
  readonly address: string;
  readonly menu: readonly string[];
  /** Entries of the menu to click, each with the mark that the text refers to. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
}

const PAGES: readonly Page[] = [
  {
    file: '1-token.svg',
    title:
      'Xano: Instances, the settings of your instance, Metadata API, and a new access token with two rights',
    address: 'app.xano.com',
    menu: ['Instances', 'Explore Instance', 'Metadata API', 'Account'],
    chosen: { Instances: '1', 'Metadata API': '2' },
    parts: [
      { kind: 'heading', text: 'New access token' },
      { kind: 'field', label: 'Name', value: 'xano-specs' },
      { kind: 'field', label: 'Expires', value: 'in 1 year' },
      { kind: 'check', label: 'Workspace API', value: 'Read' },
      { kind: 'check', label: 'Instance Workspace', value: 'Read' },
      { kind: 'button', text: 'Create', mark: '3' },
    ],
  },
  {
    file: '2-secret.svg',
    title: 'GitHub: Settings, Secrets and variables, Actions, New repository secret',
    address: 'github.com / your-team / your-app / settings',
    menu: ['General', 'Branches', 'Secrets and variables', '    Actions', 'Pages'],
    chosen: { 'Secrets and variables': '1', '    Actions': '2' },
    parts: [
      { kind: 'heading', text: 'New repository secret' },
      { kind: 'field', label: 'Name', value: 'XANO_ACCESS_TOKEN', mono: true },
      { kind: 'field', label: 'Secret', value: 'eyJhbGciOi…  (what Xano showed you)', mono: true },
      { kind: 'button', text: 'Add secret', mark: '3' },
    ],
  },
  {
    file: '3-workflow.svg',
    title: 'GitHub: Code, Add file, Create new file, named .github/workflows/snapshot.yml',
    address: 'github.com / your-team / your-app',
    menu: ['Code', 'Issues', 'Pull requests', 'Actions'],
    chosen: { Code: '1' },
    parts: [
      { kind: 'heading', text: 'Add file → Create new file' },
      { kind: 'field', label: 'Name your file', value: '.github/workflows/snapshot.yml', mono: true },
      {
        kind: 'code',
        lines: ['name: Xano snapshot', '', 'on:', '  schedule:', '    - cron: "23 * * * *"', '  …'],
      },
      { kind: 'button', text: 'Commit changes…', mark: '2' },
    ],
  },
  {
    file: '4-run.svg',
    title: 'GitHub: Actions, Xano snapshot, Run workflow',
    address: 'github.com / your-team / your-app / actions',
    menu: ['All workflows', 'Xano snapshot', 'Caches'],
    chosen: { 'Xano snapshot': '1' },
    parts: [
      { kind: 'heading', text: 'Xano snapshot' },
      { kind: 'text', text: 'This workflow has a workflow_dispatch event trigger.' },
      { kind: 'button', text: 'Run workflow', mark: '2' },
      { kind: 'row', text: '✓  Xano snapshot', detail: '12 s' },
    ],
  },
  {
    file: '5-result.svg',
    title: 'GitHub: the folder specs with a document for each API group, and the commit that brought them',
    address: 'github.com / your-team / your-app / specs',
    menu: [
      'specs',
      '  explore-instance',
      '    book-marketplace',
      '      public-api.json',
      '      private-api.json',
      '  manifest.json',
    ],
    chosen: { '      public-api.json': '1' },
    parts: [
      { kind: 'heading', text: 'specs: 2 API groups added' },
      { kind: 'text', text: 'github-actions[bot] committed   ·   Verified' },
      { kind: 'row', text: 'Book Marketplace / Public API', detail: 'added' },
      { kind: 'row', text: 'Book Marketplace / Private API', detail: 'added' },
    ],
  },
];

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function text(x: number, y: number, content: string, style: string): string {
  return `<text x="${x}" y="${y}" class="${style}" xml:space="preserve">${escapeXml(content)}</text>`;
}

function badge(x: number, y: number, mark: string): string {
  return `<circle cx="${x}" cy="${y}" r="11" class="mark"/><text x="${x}" y="${y + 4.5}" class="number">${mark}</text>`;
}

const LEFT = MARGIN + SIDE + 28;
const MAIN = WIDTH - MARGIN - LEFT - 24;

/** Draws a part from y on, and gives where the next one begins. */
function drawPart(part: Part, y: number): { readonly svg: string; readonly end: number } {
  switch (part.kind) {
    case 'heading':
      return { svg: text(LEFT, y + 20, part.text, 'heading'), end: y + 40 };
    case 'text':
      return { svg: text(LEFT, y + 14, part.text, 'quiet'), end: y + 30 };
    case 'field':
      return {
        svg: `${text(LEFT, y + 12, part.label, 'label')}<rect x="${LEFT}" y="${y + 20}" width="${MAIN}" height="32" rx="6" class="field"/>${text(LEFT + 12, y + 41, part.value, part.mono === true ? 'mono' : 'value')}`,
        end: y + 66,
      };
    case 'check':
      return {
        svg: `<rect x="${LEFT}" y="${y + 2}" width="16" height="16" rx="4" class="tick"/><path d="M${LEFT + 4} ${y + 10} l3 3.5 l5.5 -7" class="hook"/>${text(LEFT + 28, y + 15, part.label, 'value')}${text(LEFT + 210, y + 15, part.value, 'strong')}`,
        end: y + 30,
      };
    case 'code': {
      const height = part.lines.length * 19 + 20;
      const lines = part.lines.map((line, index) => text(LEFT + 14, y + 25 + index * 19, line, 'mono'));
      return {
        svg: `<rect x="${LEFT}" y="${y + 2}" width="${MAIN}" height="${height}" rx="6" class="field"/>${lines.join('')}`,
        end: y + height + 16,
      };
    }
    case 'button': {
      const width = part.text.length * 9 + 36;
      const mark = part.mark === undefined ? '' : badge(LEFT + width + 22, y + 21, part.mark);
      return {
        svg: `<rect x="${LEFT}" y="${y + 4}" width="${width}" height="34" rx="7" class="button"/>${text(LEFT + 18, y + 26, part.text, 'onButton')}${mark}`,
        end: y + 54,
      };
    }
    case 'row':
      return {
        svg: `<line x1="${LEFT}" x2="${LEFT + MAIN}" y1="${y}" y2="${y}" class="line"/>${text(LEFT, y + 25, part.text, 'value')}<text x="${LEFT + MAIN}" y="${y + 25}" class="quiet" text-anchor="end">${escapeXml(part.detail)}</text>`,
        end: y + 40,
      };
  }
}

function draw({ title, address, menu, chosen, parts }: Page): string {
  const top = MARGIN + 44;
  const entries = menu.map((entry, index) => {
    const y = top + 34 + index * 34;
    const mark = chosen[entry];
    const row = `<rect x="${MARGIN + 10}" y="${y - 21}" width="${SIDE - 12}" height="30" rx="6" class="chosen"/>`;
    return `${mark === undefined ? '' : row}${text(MARGIN + 20, y, entry, mark === undefined ? 'menu' : 'strong small')}${mark === undefined ? '' : badge(MARGIN + SIDE + 2, y - 6, mark)}`;
  });
  let y = top + 18;
  const drawn = parts.map((part) => {
    const { svg, end } = drawPart(part, y);
    y = end;
    return svg;
  });
  const bottom = Math.max(y, top + 34 + menu.length * 34) + 8;
  const height = bottom + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(title)}">
<title>${escapeXml(title)}</title>
<style>
text{font:14px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#1f2328}
.heading{font-size:18px;font-weight:600}.label{font-size:12.5px;font-weight:600;fill:#59636e}.quiet,.menu{fill:#59636e}
.menu,.small{font-size:13px}.strong{font-weight:600}.mono{font:13px ui-monospace,SFMono-Regular,Menlo,monospace}
.onButton{fill:#fff;font-weight:600}.number{fill:#fff;font-weight:700;font-size:12.5px;text-anchor:middle}
.page{fill:#fff;stroke:#d1d9e0}.bar{fill:#f6f8fa}.field{fill:#f6f8fa;stroke:#d1d9e0}.chosen{fill:#ddf4ff}
.button,.tick{fill:#1f883d}.hook{fill:none;stroke:#fff;stroke-width:2}.line{stroke:#d1d9e0}.mark{fill:#bc4c00}.dot{fill:#d1d9e0}
</style>
<rect width="${WIDTH}" height="${height}" rx="10" fill="#eef1f4"/>
<rect x="${MARGIN}" y="${MARGIN}" width="${WIDTH - 2 * MARGIN}" height="${height - 2 * MARGIN}" rx="10" class="page"/>
<path d="M${MARGIN + 0.5} ${top} v-34 a9.5 9.5 0 0 1 9.5 -9.5 h${WIDTH - 2 * MARGIN - 20} a9.5 9.5 0 0 1 9.5 9.5 v34 z" class="bar"/>
<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${top}" y2="${top}" class="line"/>
${[0, 1, 2].map((dot) => `<circle cx="${MARGIN + 20 + dot * 16}" cy="${MARGIN + 22}" r="5" class="dot"/>`).join('')}
${text(MARGIN + 78, MARGIN + 27, address, 'quiet')}
<line x1="${MARGIN + SIDE + 2}" x2="${MARGIN + SIDE + 2}" y1="${top}" y2="${height - MARGIN}" class="line"/>
${[...entries, ...drawn].join('\n')}
</svg>
`;
}

const folder = new URL('../docs/images/set-up/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const page of PAGES) writeFileSync(new URL(page.file, folder), draw(page));
