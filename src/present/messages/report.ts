import type { Tally } from '../../domain/answers/tally';
import type { Part } from '../../domain/card';
import type { CampaignReport } from '../../ports/views';
import { markedDay } from '../day';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { reachFacts, soFar } from '../tally';
import type { Words } from '../words';
import { savingsFacts } from './closing-tally';

/** People and person-days are two figures with two names: days are never summed into people. */
export const report: Presenter<'report'> = ({ teamName, report: figuresOfAll, thanks }, words) => {
  const { campaign, days, savings } = figuresOfAll;
  return [
    heading(words.t('report.heading', { campaign: words.campaign(campaign) })),
    ...when(thanks, text(words.t('report.thanks'))),
    reportFacts(teamName, figuresOfAll, words),
    days.length === 0 ? text(words.t('report.empty')) : dayTable(days, words),
    ...when(days.length > 0, sums(figuresOfAll, words)),
    ...(savings ? [savingsFacts(savings, words)] : []),
    ...beforeParts(figuresOfAll, words),
  ];
};

function reportFacts(teamName: string, { campaign, days, people, personDays }: CampaignReport, words: Words) {
  const { target } = campaign;
  const running = days.some((day) => day.running);
  const targetLabel =
    target === null ? null : words.t('report.target-value', { target: words.share(target) });
  return facts([
    { label: words.t('report.team'), value: teamName },
    {
      label: words.t(running ? 'report.polled' : 'organisers.days'),
      value: `${words.number(days.length)}/${words.number(campaign.days.length)}`,
    },
    ...(days.length === 0
      ? []
      : [
          {
            label: words.t('report.people'),
            value: soFar(words.t('figure.people', { count: people }), running, words),
          },
          {
            label: words.t('report.person-days'),
            value: soFar(words.t('figure.person-days', { count: personDays }), running, words),
          },
        ]),
    ...(targetLabel === null ? [] : [{ label: words.t('report.target'), value: targetLabel }]),
  ]);
}

/** Three columns: more do not fit a phone. The other tallies are told over all days. */
function dayTable(days: CampaignReport['days'], words: Words): Part {
  return {
    kind: 'table',
    caption: words.t('report.table'),
    columns: [words.t('report.day'), words.t('tally.telework'), words.t('tally.answered')],
    rows: days.map(({ running, tally, ...day }) => [
      soFar(markedDay({ ...day, drill: null }, words), running, words),
      words.cell(tally.telework, tally.members),
      words.cell(tally.answered, tally.members),
    ]),
  };
}

function sums({ days, response }: CampaignReport, words: Words): Part {
  const sumOf = (of: (tally: Tally) => number) =>
    words.t('figure.person-days', { count: days.reduce((sum, { tally }) => sum + of(tally), 0) });
  return facts([
    { label: words.t('tally.peak-avoided'), value: sumOf(({ peakAvoided }) => peakAvoided) },
    { label: words.t('tally.no-office-visit'), value: sumOf(({ noOfficeVisit }) => noOfficeVisit) },
    ...(response ? [responseFact(response, words)] : []),
  ]);
}

/** How soon people answered. */
export function responseFact({ polls, median }: NonNullable<CampaignReport['response']>, words: Words) {
  const value = words.t('final-report.median', { duration: words.duration(median), count: polls });
  return { label: words.t('final-report.response'), value };
}

function beforeParts({ before, days, ...reach }: CampaignReport, words: Words): Part[] {
  if (!before) return [];
  const scheduled = days.reduce((sum, { tally }) => sum + tally.members, 0);
  return [
    text(words.t('final-report.before', { campaign: words.campaign(before) }), 'strong'),
    facts([{ label: words.t('organisers.days'), value: words.number(before.days) }]),
    reachFacts(
      { ...reach, scheduled },
      before,
      days.some(({ running }) => running),
      words,
    ),
  ];
}
