import type { DayView } from '../../ports/views';
import { answerChoices, whoChoice } from '../answers';
import { awayTimes, dayHeading, dayLine, markedDay, reasonText } from '../day';
import { exampleOf } from '../examples';
import { finePrint, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { answersSoFar, lateText, visibilityText } from '../tally';
import type { Words } from '../words';
import { safetyCount, safetyQuestion } from './safety';

/** The question first and the buttons close to it, so that they stand still while the bars below them grow. */
export const poll: Presenter<'poll'> = ({ team, day: view, phase, tally, away, safety }, words) => {
  const { day, window } = view;
  return [
    heading(dayHeading(view, words)),
    ...reasonText(view, words),
    ...(away ? [text(words.t('poll.opened-late', awayTimes(away, day, words)), 'strong')] : []),
    text(words.t(`poll.${phase}`, { from: window.from, until: window.until })),
    ...when(view.withdrawn === true && phase !== 'over', text(words.t('poll.withdrawn'), 'muted')),
    ...(phase === 'over' ? [] : safetyQuestion({ team, day: view }, words)),
    ...when(phase !== 'over', answerChoices({ team, day, quiet: true }, words)),
    ...safetyCount(safety, tally.members, words),
    ...answersSoFar(tally, phase === 'over' ? 'tally.nobody' : 'poll.empty', words),
    ...finePrint(lateText(tally, window.until, words)),
    ...finePrint([dayLine({ ...view, drill: null }, words), visibilityText(view, words)]),
    whoChoice(team, day, words),
  ];
};

export const pollOpened: Presenter<'poll-opened'> = ({ day: view, posted, again }, words) => [
  heading(words.t(again ? 'poll.open-before' : 'poll.opened', { day: calledDay(view, words) })),
  ...reasonText(view, words),
  text(
    words.t(openedKey(posted, again), {
      window: words.window(view.window),
      command: exampleOf('deliveries', words),
    }),
  ),
];

/** The date, marked where the poll is of a drill or an emergency. */
function calledDay(view: DayView, words: Words): string {
  return view.drill ? markedDay(view, words) : words.day(view.day);
}

function openedKey(posted: boolean, again: boolean) {
  if (!posted) return 'poll.opened-coming';
  return again ? 'poll.opened-again' : 'poll.opened-next';
}

export const pollMoved: Presenter<'poll-moved'> = ({ day, replaced }, words) => [
  heading(words.t(replaced ? 'poll.replaced' : 'poll.moved', { day: words.day(day) })),
  text(words.t(replaced ? 'poll.replaced-next' : 'poll.moved-next')),
];
