import type { RemindedCounts } from '../../ports/delivery-views';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';

const LEFT_OUT = [
  'waiting',
  'earlier',
  'night',
  'unwanted',
  'unreachable',
] as const satisfies readonly Exclude<keyof RemindedCounts, 'reminded'>[];

export const reminded: Presenter<'reminded'> = ({ teamName, day, before, counts, unheard }, words) => {
  const left = LEFT_OUT.filter((why) => counts[why] > 0);
  const isNobody = left.length === 0 && counts.reminded === 0;
  return [
    heading(words.t('reminded.heading', { count: counts.reminded })),
    text(`${teamName} · ${words.day(day)}`, 'muted'),
    ...(before === null ? [] : [text(words.t('reminded.before', { time: before }))]),
    ...when(isNobody && unheard === 0, text(words.t('reminded.all-answered'))),
    ...when(
      left.length > 0,
      facts(
        left.map((why) => ({
          label: words.t(`reminded.${why}`),
          value: words.t('figure.people', { count: counts[why] }),
        })),
      ),
    ),
    ...when(unheard > 0, text(words.t('reminded.unheard', { count: unheard }), 'muted')),
  ];
};
