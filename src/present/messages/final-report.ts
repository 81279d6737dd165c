import type { Part } from '../../domain/card';
import type { DayFigures } from '../../domain/figures/day-figures';
import { cleanName } from '../../domain/text';
import type { FinalReport } from '../../ports/final-report';
import { markedDay } from '../day';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { styleLabel } from '../styles';
import { reachFacts, soFar } from '../tally';
import type { Words } from '../words';
import { activityParts } from './activity';
import { conditionParts, peopleFacts } from './campaign-progress';
import { meansLine, periodsLine, spanLabel, titleOf } from './effects';
import { responseFact } from './report';
import { resultParts } from './survey';

/** A message holds so many metrics, and surveys of days: the latest. */
const MOST_EFFECTS = 12;
const MOST_SURVEYS = 2;

/** The sections in the order of the organisers' reports; a section that was not measured has no parts. */
const SECTIONS: readonly ((report: FinalReport, words: Words) => Part[])[] = [
  participation,
  people,
  yearOnYear,
  forms,
  departments,
  days,
  conditions,
  response,
  effects,
  activity,
  surveys,
  improvements,
];

export const finalReport: Presenter<'final-report'> = ({ report }, words) => [
  heading(words.t('report.heading', { campaign: words.campaign(report.campaign) })),
  text(words.t('final-report.inside'), 'muted'),
  ...(report.days.length === 0
    ? [text(words.t('report.empty')), ...improvements(report, words)]
    : SECTIONS.flatMap((section) => section(report, words))),
];

function participation({ participation: asked, summary }: FinalReport, words: Words): Part[] {
  const { category, supporting, headcount } = asked;
  return [
    text(words.t('final-report.participation'), 'strong'),
    facts([
      ...(category
        ? [{ label: words.t('final-report.category'), value: words.t(`final-report.category.${category}`) }]
        : []),
      ...(supporting
        ? [{ label: words.t('final-report.supporting'), value: words.t('final-report.yes') }]
        : []),
      ...(headcount === undefined
        ? []
        : [
            {
              label: words.t('final-report.headcount'),
              value: words.t('figure.people', { count: headcount }),
            },
          ]),
      { label: words.t('roll-up.teams'), value: words.number(summary.teams) },
      { label: words.t('final-report.members'), value: words.t('figure.people', { count: summary.roster }) },
      { label: words.t('organisers.days'), value: words.number(summary.days) },
    ]),
  ];
}

function people({ summary, running }: FinalReport, words: Words): Part[] {
  return [text(words.t('final-report.people'), 'strong'), facts(peopleFacts({ ...summary, running }, words))];
}

function yearOnYear({ before, summary, running }: FinalReport, words: Words): Part[] {
  if (!before) return [];
  return [
    text(words.t('final-report.before', { campaign: words.campaign(before) }), 'strong'),
    facts([
      { label: words.t('organisers.days'), value: words.number(before.days) },
      { label: words.t('roll-up.teams'), value: words.number(before.teams) },
      { label: words.t('final-report.members'), value: words.t('figure.people', { count: before.roster }) },
    ]),
    reachFacts(summary, before, running, words),
  ];
}

function forms({ forms: used }: FinalReport, words: Words): Part[] {
  if (used.length === 0) return [];
  return [
    text(words.t('final-report.forms'), 'strong'),
    facts(
      used.map(({ style, personDays }) => ({
        label: styleLabel(style, words),
        value: words.t('figure.person-days', { count: personDays }),
      })),
    ),
    ...when(
      used.length > 1,
      text(
        words.t('final-report.used', {
          forms: words.join(used.map(({ style }) => styleLabel(style, words))),
        }),
      ),
    ),
  ];
}

function departments({ departments: list }: FinalReport, words: Words): Part[] {
  if (list.length === 0) return [];
  // The days are the one table that a message may have.
  return [
    text(words.t('roll-up.table'), 'strong'),
    facts(
      list.map((one) => ({
        label: cleanName(one.name),
        value: [
          words.t('figure.people', { count: one.people }),
          words.t('figure.person-days', { count: one.personDays }),
        ].join(' · '),
      })),
    ),
  ];
}

/** Three columns: more do not fit a phone. The other tallies are told over all days. */
function days({ days: list, missing, target }: FinalReport, words: Words): Part[] {
  const peak = sumOf(list, ({ peakAvoided }) => peakAvoided);
  const noOffice = sumOf(list, ({ noOfficeVisit }) => noOfficeVisit);
  return [
    {
      kind: 'table',
      caption: words.t('report.table'),
      columns: [words.t('report.day'), words.t('tally.telework'), words.t('tally.answered')],
      rows: list.map(({ day, core, running, figures }) => [
        soFar(markedDay({ day, core, drill: null }, words), running, words),
        words.cell(figures.telework, figures.members),
        words.cell(figures.answered, figures.members),
      ]),
    },
    facts([
      ...(peak === null ? [] : [personDays('tally.peak-avoided', peak, words)]),
      ...(noOffice === null ? [] : [personDays('tally.no-office-visit', noOffice, words)]),
      ...(target ? [targetFact(target, words)] : []),
    ]),
    ...when(
      missing.length > 0,
      text(words.t('final-report.missing', { days: words.list(missing.map(words.day)) }), 'muted'),
    ),
  ];
}

/** Of all days; null: of some of them it was not counted. */
function sumOf(days: FinalReport['days'], of: (figures: DayFigures) => number | null): number | null {
  return days.reduce<number | null>((sum, { figures }) => {
    const count = of(figures);
    return sum === null || count === null ? null : sum + count;
  }, 0);
}

function personDays(label: 'tally.peak-avoided' | 'tally.no-office-visit', count: number, words: Words) {
  return { label: words.t(label), value: words.t('figure.person-days', { count }) };
}

function targetFact({ target, reached, all }: NonNullable<FinalReport['target']>, words: Words) {
  const days = all === 0 ? [] : [words.t('final-report.target', { reached, all })];
  return {
    label: words.t('report.target'),
    value: [words.t('report.target-value', { target: words.share(target) }), ...days].join(' · '),
  };
}

function conditions({ conditions: view }: FinalReport, words: Words): Part[] {
  return view ? [text(words.t('terms.conditions'), 'strong'), ...conditionParts(view, words)] : [];
}

function response({ response: curve }: FinalReport, words: Words): Part[] {
  if (!curve) return [];
  return [text(words.t('final-report.curve'), 'strong'), facts([responseFact(curve, words)])];
}

/** Those that became worse stand as plainly as the others. */
function effects({ effects: measured }: FinalReport, words: Words): Part[] {
  if (!measured) return [];
  return [
    text(words.t('final-report.effects'), 'strong'),
    facts(
      measured.effects
        .slice(0, MOST_EFFECTS)
        .map((effect) => ({ label: titleOf(effect, words), value: meansLine(effect, words) })),
    ),
    text(periodsLine(measured.periods, words), 'muted'),
    text(words.t('effects.means'), 'muted'),
  ];
}

function activity({ activity: compared }: FinalReport, words: Words): Part[] {
  if (!compared) return [];
  const baseline = words.t('final-report.usual', { days: spanLabel(compared.baseline, words) });
  return [
    text(words.t('final-report.activity'), 'strong'),
    ...activityParts(compared, words),
    text(baseline, 'muted'),
  ];
}

function surveys({ surveys: results }: FinalReport, words: Words): Part[] {
  if (!results) return [];
  return [
    ...results
      .slice(-MOST_SURVEYS)
      .flatMap(({ day, items }) => [
        text(words.t('final-report.survey', { day: words.day(day) }), 'strong'),
        ...resultParts(items, words),
      ]),
    text(words.t('survey.disclosed'), 'muted'),
  ];
}

function improvements({ improve }: FinalReport, words: Words): Part[] {
  if (improve.length === 0) return [];
  return [
    text(words.t('final-report.improve'), 'strong'),
    ...improve.map((one) => text(words.t(`final-report.improve.${one}`))),
  ];
}
