import { WORK_STYLES } from '../../domain/answers/work-style';
import type { Part } from '../../domain/card';
import { facts, heading, text } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { styleLabel } from '../styles';
import type { Words } from '../words';

/** Figures that may leave the organisation; before the first poll there is nothing to withhold. */
export const organiserFigures: Presenter<'organiser-figures'> = (message, words) => {
  const { campaign, polledDays } = message;
  return [
    heading(words.t('organisers.heading', { campaign: campaign.name })),
    ...(polledDays === 0 ? [text(words.t('report.empty'))] : figuresOf(message, words)),
  ];
};

/** A withheld figure is marked as withheld, never shown as zero. */
function figuresOf(message: MessageOf<'organiser-figures'>, words: Words): Part[] {
  const { campaign, polledDays, people, answers, byStyle } = message;
  const hidden = words.t('organisers.hidden');
  const personDays = (count: number | null) =>
    count === null ? hidden : words.t('figure.person-days', { count });
  return [
    text(words.t('organisers.intro')),
    facts([
      {
        label: words.t('report.polled'),
        value: `${words.number(polledDays)}/${words.number(campaign.days.length)}`,
      },
      {
        label: words.t('report.people'),
        value: people === null ? hidden : words.t('figure.people', { count: people }),
      },
      { label: words.t('organisers.answers'), value: personDays(answers) },
    ]),
    facts(
      WORK_STYLES.map((style) => ({ label: styleLabel(style, words), value: personDays(byStyle[style]) })),
    ),
    text(words.t('organisers.privacy'), 'muted'),
  ];
}
