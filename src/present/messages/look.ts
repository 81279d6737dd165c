import type { WhoGroup } from '../../app/messages';
import type { Part } from '../../domain/card';
import type { Tally } from '../../domain/tally';
import { answerChoices } from '../answers';
import { dayLine, markedDay } from '../day';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { choiceLabel } from '../styles';
import { curveTexts, lateText, styleBars, tallyFacts } from '../tally';
import type { Words } from '../words';

export const who: Presenter<'who'> = ({ day: view, phase, groups, tally }, words) => [
  heading(words.t('who.heading', { day: words.day(view.day) })),
  ...when(phase === 'none', text(words.t('poll.none'))),
  ...when(groups.length === 0 && phase !== 'none', text(words.t('who.empty'))),
  ...when(
    groups.length > 0,
    facts(groups.map((group) => ({ label: whoLabel(group, words), value: whoValue(group, words) }))),
  ),
  ...when(
    groups.length > 0 && groups.every(({ names }) => names === null),
    text(words.t('who.counts'), 'muted'),
  ),
  ...when(phase !== 'none' || tally.answered > 0, tallyFacts(tally, words)),
];

/** Others see leave as "away". */
function whoLabel({ style }: WhoGroup, words: Words): string {
  return words.t(style === 'leave' ? 'style.away' : `style.${style}`);
}

function whoValue({ count, names }: WhoGroup, words: Words): string {
  const people = words.t('figure.people', { count });
  return names === null || names.length === 0 ? people : words.fact(people, words.list(names, 'people'));
}

export const tally: Presenter<'tally'> = ({ teamName, day: view, phase, tally, curve }, words) => {
  const { from, until } = view.window;
  const title = heading(words.t('tally.heading', { day: markedDay(view, words) }));
  if (phase === 'none') return [title, ...unpolled(teamName, tally, words)];
  return [
    title,
    text(words.t(`poll.${phase}`, { from, until })),
    tally.answered === 0
      ? text(words.t(phase === 'over' ? 'tally.nobody' : 'tally.nobody-yet'))
      : styleBars(tally, words),
    tallyFacts(tally, words),
    ...lateText(tally, until, words),
    ...curveTexts(curve, words),
    text(dayLine(view, words, teamName), 'muted'),
    text(words.t('not-attendance'), 'muted'),
  ];
};

/** A day without a poll: what members plan all the same, if any do. */
function unpolled(teamName: string, tally: Tally, words: Words): Part[] {
  return [
    text(words.t('poll.none')),
    ...when(tally.answered > 0, styleBars(tally, words), tallyFacts(tally, words)),
    text(teamName, 'muted'),
  ];
}

export const days: Presenter<'days'> = ({ days: views, team }, words) => {
  const open = views.find(({ answer }) => answer === null) ?? (views.length === 1 ? views[0] : undefined);
  return [
    heading(words.t('days.heading')),
    views.length === 0
      ? text(words.t('days.none'))
      : facts(
          views.map((view) => ({
            label: markedDay(view, words),
            value: words.t('days.row', {
              window: words.window(view.window),
              answer: view.answer ? choiceLabel(view.answer, words) : words.t('panel.unanswered'),
            }),
          })),
        ),
    ...(open && team !== null ? [answerChoices({ team, day: open.day, answer: open.answer }, words)] : []),
  ];
};
