import { visibilityOf } from '../../domain/answers/visibility';
import type { CardChoice } from '../../domain/card';
import type { TeamId } from '../../domain/people/person';
import type { Day } from '../../domain/time/calendar';
import { answerChoices } from '../answers';
import { dayLine, markedDay } from '../day';
import { button, choices, finePrint, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';
import { safetyQuestion } from './safety';

export const reminder: Presenter<'reminder'> = ({ team, teamName, day: view, again, snooze }, words) => [
  heading(words.t('reminder.heading', { day: markedDay(view, words) })),
  text(words.t(again ? 'reminder.again' : 'reminder.body', { until: view.window.until })),
  ...safetyQuestion({ team, day: view }, words),
  answerChoices({ team, day: view.day, asked: visibilityOf(view), quiet: true }, words),
  ...finePrint([
    dayLine(view, words, teamName),
    words.t(view.names ? 'visibility.names-in' : 'visibility.counts', { team: teamName }),
  ]),
  snooze
    ? choices(words.t('reminder.later'), [later(team, view.day, words), stop(words)], { quiet: true })
    : choices(words.t('reminder.stop'), [stop(words)]),
];

function later(team: TeamId, day: Day, words: Words): CardChoice {
  return button(words.t('reminder.snooze'), { kind: 'snooze', team, day });
}

function stop(words: Words): CardChoice {
  return button(words.t('reminder.stop-button'), { kind: 'remind', on: false });
}
