import type { Screen } from './screen.ts';

/** What goes on during a long command: one line that changes on a terminal, now and then a line elsewhere. */
export interface Progress {
  /** Says how far the command is. What was said before is replaced, or never shown. */
  update(text: string): void;
  /** Says something that stays. */
  note(text: string): void;
  /** Takes the changing line away. */
  finish(): void;
}

/** How often a line is redrawn on a terminal, and how often one is written where nothing can be redrawn. */
const REDRAW_MS = 80;
const PLAIN_LINE_MS = 10_000;

/** Back to the start of the line, and clear it (ECMA-48 EL). */
const CLEAR_LINE = '\r\u001b[K';

/** Progress on a screen. */
export function progressOn(screen: Screen, now: () => Date): Progress {
  return screen.isTerminal ? liveLine(screen, now) : plainLines(screen, now);
}

function liveLine(screen: Screen, now: () => Date): Progress {
  let shown = '';
  let drawnAt = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (shown !== '') screen.write(CLEAR_LINE);
    shown = '';
  };
  return {
    update: (text) => {
      const time = now().getTime();
      if (time - drawnAt < REDRAW_MS) return;
      drawnAt = time;
      // One character less than the width: a full line would wrap on some terminals.
      shown = [...text].slice(0, screen.columns - 1).join('');
      screen.write(CLEAR_LINE + screen.colours.dim(shown));
    },
    note: (text) => {
      clear();
      screen.write(`${text}\n`);
    },
    finish: clear,
  };
}

function plainLines(screen: Screen, now: () => Date): Progress {
  let saidAt = now().getTime();
  return {
    update: (text) => {
      const time = now().getTime();
      if (time - saidAt < PLAIN_LINE_MS) return;
      saidAt = time;
      screen.write(`${text}\n`);
    },
    note: (text) => screen.write(`${text}\n`),
    finish: () => {},
  };
}
