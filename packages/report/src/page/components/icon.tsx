import type { PageLevel } from '../../page-data.ts';

const PATHS = {
  error: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  warning: 'M8 3.5v5.5M8 12.2v.3',
  info: 'M3.5 8.5l3 3 6-7',
  accepted: 'M4 8h8',
  chevron: 'M6 4l4 4-4 4',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7L14 14',
  link: 'M6.5 9.5l3-3M7 4.5l1-1a3 3 0 0 1 4.2 4.2l-1 1M9 11.5l-1 1a3 3 0 0 1-4.2-4.2l1-1',
  copy: 'M5.5 5.5h7v7h-7zM3.5 10.5v-7h7',
  light:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7',
  dark: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z',
  auto: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 2.5v11M10.5 4v8M12.5 6v4',
  arrow: 'M3 8h10M9 4l4 4-4 4',
} as const;

/** A sign, drawn with the colour of the text around it. It says nothing that words don't. */
export function Icon({ name, size = 16 }: { readonly name: keyof typeof PATHS; readonly size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

const NAMES: Readonly<Record<PageLevel, string>> = {
  error: 'Breaking',
  warning: 'Warning',
  info: 'Safe',
  accepted: 'Accepted',
};

/** The word for a level. */
export function levelName(level: PageLevel): string {
  return NAMES[level];
}

/** A level as a sign, with its word for those who don't see it. */
export function LevelMark({
  level,
  size = 'small',
}: {
  readonly level: PageLevel;
  readonly size?: 'small' | 'large';
}) {
  return (
    <span class={`mark mark-${size} level-${level}`}>
      <Icon name={level} size={size === 'large' ? 28 : 12} />
      <span class="unseen">{NAMES[level]}: </span>
    </span>
  );
}
