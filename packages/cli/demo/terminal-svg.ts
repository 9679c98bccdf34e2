/** A run of characters in one style. */
interface Span {
  readonly text: string;
  readonly classes: readonly string[];
}

/** The SGR codes (ECMA-48) that the commands write, and the class that each puts on or takes off. */
const ON: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
  36: 'cyan',
};
const OFF: Readonly<Record<string, readonly string[]>> = {
  0: ['bold', 'dim', 'red', 'green', 'yellow', 'cyan'],
  22: ['bold', 'dim'],
  39: ['red', 'green', 'yellow', 'cyan'],
};

/** An SGR sequence and what it holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what begins it
const SGR = /\u001b\[([\d;]*)m/;

const FONT_SIZE = 13;
const LINE_HEIGHT = 19;
/** The advance of a monospaced character; `textLength` holds every font to it. */
const CHARACTER_WIDTH = 7.8;
const MARGIN = 18;
const TITLE_HEIGHT = 34;

const STYLE = `
text { font: ${FONT_SIZE}px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; fill: #d7dae0; white-space: pre; }
.bold { font-weight: 600; } .dim { fill: #8b93a1; } .red { fill: #ff7b72; } .green { fill: #7ee787; } .yellow { fill: #e3b341; } .cyan { fill: #79c0ff; }
.title { fill: #8b93a1; font-size: 12px; }
`.trim();

/** A picture of a terminal that shows this text, colours and all. The same text gives the same bytes. */
export function terminalSvg(text: string, title: string, columns: number): string {
  const lines = spansOf(text.replace(/\n+$/, ''));
  const width = Math.ceil(columns * CHARACTER_WIDTH) + 2 * MARGIN;
  const height = TITLE_HEIGHT + lines.length * LINE_HEIGHT + MARGIN;
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, index) => `<circle cx="${MARGIN + 4 + index * 18}" cy="17" r="5.5" fill="${fill}"/>`,
  );
  const rows = lines.map((spans, index) => row(spans, TITLE_HEIGHT + (index + 1) * LINE_HEIGHT - 5));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" rx="9" fill="#161b22"/>`,
    ...dots,
    `<text class="title" x="${width / 2}" y="21" text-anchor="middle">${escaped(title)}</text>`,
    ...rows.filter((one) => one !== ''),
    '</svg>',
    '',
  ].join('\n');
}

function row(spans: readonly Span[], y: number): string {
  let column = 0;
  const texts = spans.flatMap(({ text, classes }) => {
    const x = MARGIN + column * CHARACTER_WIDTH;
    const length = [...text].length;
    column += length;
    if (text.trim() === '') return [];
    const style = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
    return [
      `<text${style} x="${rounded(x)}" y="${y}" textLength="${rounded(length * CHARACTER_WIDTH)}" xml:space="preserve">${escaped(text)}</text>`,
    ];
  });
  return texts.join('');
}

/** The lines of a text as runs of one style. */
function spansOf(text: string): Span[][] {
  let classes: string[] = [];
  return text.split('\n').map((line) => {
    const [first = '', ...rest] = line.split(SGR);
    const spans: Span[] = [{ text: first, classes }];
    for (let index = 0; index < rest.length; index += 2) {
      for (const code of (rest[index] || '0').split(';')) classes = styled(classes, code);
      spans.push({ text: rest[index + 1] ?? '', classes });
    }
    return spans.filter((span) => span.text !== '');
  });
}

function styled(classes: readonly string[], code: string): string[] {
  const kept = classes.filter((name) => OFF[code]?.includes(name) !== true);
  const on = ON[code];
  return on === undefined ? kept : [...kept, on];
}

function rounded(number: number): string {
  return String(Math.round(number * 10) / 10);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
