import type { Part } from '../../domain/card';
import type { CampaignReport } from '../../ports/views';
import { markedDay } from '../day';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { figures, soFar } from '../tally';
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
    ...(savings ? [savingsFacts(savings, words)] : []),
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

function dayTable(days: CampaignReport['days'], words: Words): Part {
  const columns = figures(words);
  return {
    kind: 'table',
    caption: words.t('report.table'),
    columns: [words.t('report.day'), ...columns.map(({ label }) => label)],
    rows: days.map(({ running, tally, ...day }) => [
      soFar(markedDay({ ...day, drill: null }, words), running, words),
      ...columns.map(({ countOf }) => words.cell(countOf(tally), tally.members)),
    ]),
  };
}
