import type { Part } from '../../domain/card';
import {
  combineGroups,
  type FigureRange,
  type PublishedTallies,
  publishedTallies,
} from '../../domain/figures/published-tallies';
import { markedDay } from '../day';
import { asShown, bandText, rangeText } from '../groups';
import { facts, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import type { Words } from '../words';

type Figures = MessageOf<'organiser-figures'>;

/** Figures that may leave the organisation; before the first day is over in every team there are none. */
export const organiserFigures: Presenter<'organiser-figures'> = (message, words) => [
  heading(words.t('organisers.heading', { campaign: words.campaign(message.campaign) })),
  ...(message.days.length === 0 ? [text(words.t('organisers.empty'))] : figuresOf(message, words)),
];

function figuresOf(message: Figures, words: Words): Part[] {
  const published = message.days.map(({ groups }) => groups);
  const isAnyTold = published.some((groups) => groups.length > 0);
  return [
    text(words.t('organisers.intro')),
    facts([...daysAndPeople(message, words), ...(isAnyTold ? sums(publishedTallies(published), words) : [])]),
    ...when(
      isAnyTold,
      facts(
        asShown(combineGroups(published), words).map(([label, count]) => {
          return { label, value: words.t('figure.person-days', { count }) };
        }),
      ),
    ),
    dayTable(message, words),
    text(words.t('organisers.privacy'), 'muted'),
  ];
}

function daysAndPeople({ campaign, days, people }: Figures, words: Words) {
  return [
    {
      label: words.t('organisers.days'),
      value: `${words.number(days.length)}/${words.number(campaign.days.length)}`,
    },
    { label: words.t('report.people'), value: peopleText(people, days.length, words) },
  ];
}

/** A campaign may have got more days after its final report. */
function peopleText(people: Figures['people'], shown: number, words: Words): string {
  if (people === null) return words.t('organisers.people-later');
  const { band, days } = people;
  if (band === null) return words.t('organisers.people-hidden');
  const text = bandText(band, words);
  return days === shown ? text : words.t('organisers.people-of-days', { people: text, count: days });
}

/** In person-days over all days. */
function sums(tallies: PublishedTallies, words: Words) {
  return columnsOf(words).map(({ label, rangeOf }) => ({
    label,
    value: words.t('organisers.person-days', { count: rangeText(rangeOf(tallies), words) }),
  }));
}

/** Three columns: more do not fit a phone. The other tallies are told over all days. */
function dayTable({ days }: Figures, words: Words): Part {
  return {
    kind: 'table',
    caption: words.t('report.table'),
    columns: [words.t('report.day'), words.t('tally.telework'), words.t('organisers.answered')],
    rows: days.map(({ day, core, groups }) => {
      const { members, telework, answered } = publishedTallies([groups]);
      const shareOf = (count: FigureRange) => `${rangeText(count, words)}/${rangeText(members, words)}`;
      const isTold = groups.length > 0;
      return [
        markedDay({ day, core, drill: null }, words),
        ...(isTold ? [shareOf(telework), shareOf(answered)] : [words.t('organisers.took-part'), '–']),
      ];
    }),
  };
}

/** The denominator, the three tallies, never merged, and how many answered. */
function columnsOf(words: Words): { label: string; rangeOf: (tallies: PublishedTallies) => FigureRange }[] {
  return [
    { label: words.t('organisers.members'), rangeOf: ({ members }) => members },
    { label: words.t('tally.telework'), rangeOf: ({ telework }) => telework },
    { label: words.t('tally.peak-avoided'), rangeOf: ({ peakAvoided }) => peakAvoided },
    { label: words.t('tally.no-office-visit'), rangeOf: ({ noOfficeVisit }) => noOfficeVisit },
    { label: words.t('organisers.answered'), rangeOf: ({ answered }) => answered },
  ];
}
