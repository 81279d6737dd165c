import { visibilityOf } from '../../domain/answers/visibility';
import {
  avoidsPeak,
  type Choice,
  isWork,
  NOT_SCHEDULED,
  needsArrival,
  takesArrival,
} from '../../domain/answers/work-style';
import type { Part } from '../../domain/card';
import type { Day, Time } from '../../domain/time/calendar';
import type { NextDay } from '../../ports/asking-messages';
import { answerChoices, shownTexts, unheardParts } from '../answers';
import { offPeakArrivals } from '../arrivals';
import { button, choices, facts, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { choiceLabel, shortLabel, usualLabel } from '../styles';
import type { Words } from '../words';

type Recorded = MessageOf<'recorded'>;
type Offer = NonNullable<Recorded['offer']>;

const AFTERNOONS: Time[] = ['12:00', '13:00', '14:00'];

export const recorded: Presenter<'recorded'> = ({ days, skipped, offer, unheard, next, undo }, words) => [
  ...saved(days, words),
  ...when(
    days.some(({ late }) => late),
    text(words.t('recorded.late')),
  ),
  ...skippedText(skipped, words),
  ...unheardParts(unheard, words),
  ...(offer ? offered(offer, days[0]?.choice ?? null, words) : []),
  ...(undo
    ? [
        choices(
          words.t('button.correct'),
          [button(words.t('button.undo'), { kind: 'undo-days', answers: undo })],
          { quiet: true },
        ),
      ]
    : []),
  ...nextParts(next, days[0]?.choice ?? null, words),
];

export const countedIn: Presenter<'counted-in'> = ({ teamName, names, unheard }, words) =>
  unheard.length > 0
    ? unheardParts(unheard, words)
    : [
        heading(words.t('counted-in.heading', { team: teamName })),
        text(words.t(names ? 'counted-in.names' : 'counted-in.counts')),
      ];

function skippedText(skipped: readonly Day[], words: Words): Part[] {
  const days = words.list(skipped.map(words.day));
  return when(skipped.length > 0, text(words.t('recorded.skipped', { days })));
}

/** One day takes one line: `✓ Tue 24 July: Working from home`. */
function saved(days: Recorded['days'], words: Words): Part[] {
  const [first] = days;
  if (first === undefined) return [heading(words.t('recorded.none'))];
  if (days.length === 1) {
    const line = words.fact(words.day(first.day), choiceLabel(first.choice, words));
    return [text(words.t('recorded.one', { line }), 'strong')];
  }
  return [heading(words.t('recorded.days', { count: days.length })), daysFacts(days, words)];
}

/** One line for a day; one line for a span, whose days have the same choice. */
function daysFacts(days: Recorded['days'], words: Words): Part {
  const [first] = days;
  const isSpan = days.length > 1 && days.every(({ choice }) => isSame(choice, first?.choice));
  if (first && isSpan) {
    const value = words.list(days.map(({ day }) => words.day(day)));
    return facts([{ label: choiceLabel(first.choice, words), value }]);
  }
  return facts(days.map(({ day, choice }) => ({ label: words.day(day), value: choiceLabel(choice, words) })));
}

function isSame(one: Choice, other: Choice | undefined): boolean {
  return one.style === other?.style && one.arrival === other.arrival;
}

function offered({ team, day, window, seq }: Offer, choice: Choice | null, words: Words): Part[] {
  return [
    ...(choice ? arrivalParts({ team, day, window }, choice, words) : []),
    choices(
      words.t('button.correct'),
      [
        button(words.t('button.change'), { kind: 'change', team, day }),
        button(words.t('button.undo'), { kind: 'undo', team, day, seq }),
      ],
      { quiet: true },
    ),
  ];
}

/** The answers people give most, in one row, once nothing more is asked about the day before. */
export function nextParts(next: NextDay | undefined, choice: Choice | null, words: Words): Part[] {
  if (!next || !choice) return [];
  if (isWork(choice) && needsArrival(choice.style) && choice.arrival === null) return [];
  const { style: same, arrival } = choice;
  const usual = (['home', 'office'] as const).filter((style) => style !== same);
  const buttons = [
    ...(isWork(choice)
      ? [button(shortLabel(choice.style, words), { kind: 'answer', ...next, style: same, arrival })]
      : []),
    ...usual.map((style) =>
      button(shortLabel(style, words), { kind: 'answer', ...next, style, arrival: null }),
    ),
  ];
  const other = button(words.t('recorded.next-other'), { kind: 'change', ...next });
  return [choices(words.t('recorded.next', { day: words.day(next.day) }), [...buttons, other])];
}

/** Off-peak travel counts by its arrival only: asks for a missing one, and says where one is too early. */
export function arrivalParts(
  { team, day, window, inPlace }: Pick<Offer, 'team' | 'day' | 'window'> & { inPlace?: true },
  choice: Choice,
  words: Words,
): Part[] {
  if (!isWork(choice) || !takesArrival(choice.style)) return [];
  const { style, arrival } = choice;
  const { until } = window;
  if (arrival !== null) {
    return when(!avoidsPeak(choice, until), text(words.t('recorded.too-early', { until })));
  }
  const times = needsArrival(style) ? offPeakArrivals(until) : AFTERNOONS;
  return [
    ...when(needsArrival(style), text(words.t('recorded.off-peak', { until }))),
    choices(
      words.t('recorded.arrival'),
      times.map((time) =>
        button(time, {
          ...{ kind: 'answer', team, day, style, arrival: time },
          ...(inPlace && { inPlace }),
        }),
      ),
    ),
  ];
}

export const cleared: Presenter<'cleared'> = ({ days, restored, now, skipped }, words) => {
  const named = words.list(days.map(words.day));
  if (restored) {
    return [
      heading(words.t('undone.heading', { day: named })),
      text(words.t('undone.restored', { choice: choiceLabel(restored, words) })),
    ];
  }
  return clearedParts({ days, now, skipped }, words);
};

const clearedParts = (
  { days, now, skipped }: Pick<MessageOf<'cleared'>, 'days' | 'now' | 'skipped'>,
  words: Words,
) => [
  heading(words.t('cleared.heading')),
  ...when(days.length > 0, text(words.t('cleared.days', { days: words.list(days.map(words.day)) }))),
  ...skippedText(skipped, words),
  text(nowText(now, words)),
];

function nowText(now: Choice | 'off' | null, words: Words): string {
  if (now === null) return words.t('cleared.none');
  return now === 'off' ? words.t('cleared.off') : words.t('cleared.now', { choice: usualLabel(now, words) });
}

export const choose: Presenter<'choose'> = ({ team, day, answer, asking }, words) => [
  heading(words.t('answer.heading', { day: words.day(day) })),
  ...(answer ? [text(words.t('cleared.now', { choice: choiceLabel(answer, words) }))] : []),
  answerChoices({ team, day, answer, quiet: true, ...(asking && { asked: visibilityOf(asking) }) }, words),
  ...(asking ? shownTexts([asking], words) : []),
  choices(
    words.t('answer.else'),
    [
      button(words.t('style.off'), {
        ...{ kind: 'answer', team, day, style: NOT_SCHEDULED, arrival: null },
        ...(asking && { asked: visibilityOf(asking) }),
      }),
      ...(answer ? [button(words.t('button.clear'), { kind: 'clear', team, day })] : []),
    ],
    { quiet: true },
  ),
];
