import { visibilityOf } from '../../domain/answers/visibility';
import { answerChoices } from '../answers';
import { dayLine, markedDay } from '../day';
import { button, choices, finePrint, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import { safetyQuestion } from './safety';

export const reminder: Presenter<'reminder'> = ({ team, teamName, day: view, again }, words) => [
  heading(words.t('reminder.heading', { day: markedDay(view, words) })),
  text(words.t(again ? 'reminder.again' : 'reminder.body', { until: view.window.until })),
  ...safetyQuestion({ team, day: view }, words),
  answerChoices({ team, day: view.day, asked: visibilityOf(view), quiet: true }, words),
  ...finePrint([
    dayLine(view, words, teamName),
    words.t(view.names ? 'visibility.names-in' : 'visibility.counts', { team: teamName }),
  ]),
  choices(words.t('reminder.stop'), [button(words.t('reminder.stop-button'), { kind: 'remind', on: false })]),
];
