import type { VNode } from 'preact';

const PATHS = {
  play: 'M6 4.5v11l9-5.5z',
  stop: 'M5.5 5.5h9v9h-9z',
  next: 'M4 4.5v11l8-5.5zM13.5 4.5h2.5v11h-2.5z',
  down: 'M10 13.2 4.6 7.8 6 6.4l4 4 4-4 1.4 1.4z',
  send: 'M3 3.5 17.5 10 3 16.5l1.7-5.4L11 10 4.7 8.9z',
  eye: 'M10 4.5C5.8 4.5 2.6 7.6 1.5 10c1.1 2.4 4.3 5.5 8.500 5.5s7.400-3.100 8.500-5.500c-1.100-2.400-4.300-5.500-8.500-5.500zm0 9a3.500 3.500 0 1 1 0-7 3.500 3.500 0 0 1 0 7zm0-1.700a1.800 1.800 0 1 0 0-3.600 1.800 1.800 0 0 0 0 3.600z',
  close:
    'm5.400 4 4.600 4.600L14.600 4 16 5.400 11.400 10l4.600 4.600-1.400 1.400-4.600-4.600L5.400 16 4 14.600 8.600 10 4 5.400z',
  more: 'M4 8.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zm6 0a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zm6 0a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3z',
  mail: 'M2.500 4.500h15v11h-15zm1.900 1.600L10 10.300l5.600-4.200zM4 7.600v6.400h12V7.600l-6 4.500z',
  grid: 'M3 3h6v6H3zm8 0h6v6h-6zM3 11h6v6H3zm8 0h6v6h-6z',
};

/** A small picture next to words that say the same, and therefore hidden from screen readers. */
export function Icon({ name }: { name: keyof typeof PATHS }): VNode {
  return (
    <svg class="icon" aria-hidden="true" viewBox="0 0 20 20" width="20" height="20">
      <path d={PATHS[name]} fill-rule="evenodd" />
    </svg>
  );
}

/** The bot's face: a house with the sun coming up behind it. */
export function BotFace(): VNode {
  return (
    <svg class="face bot" aria-hidden="true" viewBox="0 0 40 40" width="40" height="40">
      <rect class="ground" width="40" height="40" rx="11" />
      <circle class="sun" cx="27.500" cy="14" r="5.500" />
      <path class="house" d="M8 21.500 18 12.500l10 9V31H8z" />
      <rect class="door" x="14.500" y="22.500" width="7" height="5" rx="1" />
      <rect class="door" x="13" y="28.200" width="10" height="1.300" rx=".6" />
    </svg>
  );
}

const HUES = 8;

/** A person's initials on a colour of their own. */
export function Face({ id, name }: { id: string; name: string }): VNode {
  const hue = [...id].reduce((sum, char) => sum * 7 + (char.codePointAt(0) ?? 0), 0) % HUES;
  return (
    <span class={`face hue${hue}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** Latin names by two initials, others by the family name. */
function initialsOf(name: string): string {
  const words = name.split(' ');
  if (!/^[A-Za-z]/.test(name)) return (words[0] ?? '').slice(0, 2);
  return words
    .map((word) => word[0])
    .join('')
    .slice(0, 2);
}
