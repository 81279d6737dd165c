import { SHOWN_STYLES } from '../domain/answers/work-style';
import type { Part } from '../domain/card';
import { cleanName, fitWidth } from '../domain/text';
import type { Day } from '../domain/time/calendar';
import type { NamedWeek } from '../ports/week-views';
import { text } from './parts';
import { shownIcon, shownLabel } from './styles';
import type { Words } from './words';

type Style = NonNullable<NamedWeek['shown'][number]['styles'][number]>;

/** Lines never break here: on a phone the days of a person stay next to each other. */
const [JOINER, BETWEEN_ICONS] = ['\u2060', '\u00a0'];
/** Letters of weekdays are narrower than icons: these spaces keep them above each other. */
const [LATIN_GAP, EAST_ASIAN_GAP] = ['\u2003', '\u2002'].map((gap) => JOINER + gap + JOINER);
/** Of a name, in columns: a longer one would push the days off the screen of a phone. */
const NAME_WIDTH = 24;
const SILENT = '❔';
const NOT_SHOWN = '–';

/** People against days, an icon for each, and what the icons mean. */
export function weekMatrix(
  days: readonly Day[],
  shown: NamedWeek['shown'],
  caption: string,
  words: Words,
): Part[] {
  const gap = words.locale === 'en' ? LATIN_GAP : EAST_ASIAN_GAP;
  return [
    {
      kind: 'table',
      caption,
      columns: [words.t('who-week.name'), days.map(words.weekdayLetter).join(gap)],
      rows: shown.map(({ name, styles }) => [
        cleanName(fitWidth(name, NAME_WIDTH)),
        styles.map(iconOf).join(BETWEEN_ICONS),
      ]),
    },
    text(legend(shown, words), 'muted'),
  ];
}

function iconOf(style: Style | null): string {
  if (style === null) return NOT_SHOWN;
  return style === 'no-answer' ? SILENT : shownIcon(style);
}

/** The icons that stand on this page, each with its meaning. */
function legend(shown: NamedWeek['shown'], words: Words): string {
  const used = new Set(shown.flatMap(({ styles }) => styles));
  const entries = LEGEND.filter((style) => used.has(style)).map((style) => {
    const label = style === null ? words.t('who-week.unnamed-day') : labelOf(style, words);
    return `${iconOf(style)} ${label}`;
  });
  return entries.join(' · ');
}

function labelOf(style: Style, words: Words): string {
  return style === 'no-answer' ? words.t('style.no-answer') : shownLabel(style, words);
}

const LEGEND: readonly (Style | null)[] = [...SHOWN_STYLES, 'no-answer', null];
