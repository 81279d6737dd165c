import { visibilityOf } from '../../domain/answers/visibility';
import { answerChoices, unheardParts } from '../answers';
import { dayHeading, dayLine, reasonText } from '../day';
import { button, choices, finePrint, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { choiceLabel } from '../styles';
import type { Words } from '../words';
import { arrivalParts, nextParts } from './recorded';
import { safetyQuestion } from './safety';

type PrivatePoll = MessageOf<'private-poll'>;

/** The poll's question to one member. It shows what they answer, and loses its buttons at the end of the window. */
export const privatePoll: Presenter<'private-poll'> = (message, words) => {
  const { day: view, teamName, phase, answer, unheard } = message;
  const { from, until } = view.window;
  return [
    heading(dayHeading(view, words)),
    ...reasonText(view, words),
    answer
      ? text(
          words.t('recorded.one', { line: words.fact(words.day(view.day), choiceLabel(answer, words)) }),
          'strong',
        )
      : text(words.t(`poll.${phase}`, { from, until })),
    ...when(answer?.late === true, text(words.t('recorded.late'))),
    ...(phase === 'open' ? openParts(message, words) : []),
    ...unheardParts(unheard, words),
    ...finePrint([
      dayLine({ ...view, drill: null }, words, teamName),
      words.t(view.names ? 'visibility.names-in' : 'visibility.counts', { team: teamName }),
    ]),
    ...lastChoices(message, words),
    ...nextParts(message.next, answer, words),
  ];
};

function openParts({ team, day: view, peakUntil, answer }: PrivatePoll, words: Words) {
  const { day, window } = view;
  const inPlace = true as const;
  const offer = { team, day, window: { ...window, until: peakUntil }, inPlace } as const;
  return [
    ...safetyQuestion({ team, day: view }, words),
    answerChoices({ team, day, answer, asked: visibilityOf(view), quiet: true, inPlace }, words),
    ...(answer ? arrivalParts(offer, answer, words) : []),
  ];
}

function lastChoices({ team, day: { day }, phase, answer }: PrivatePoll, words: Words) {
  if (phase === 'over') return [];
  const seq = answer?.seq ?? null;
  const buttons =
    phase === 'late'
      ? [
          button(words.t(answer ? 'button.change' : 'private-poll.late-button'), {
            kind: 'change',
            team,
            day,
          }),
        ]
      : [
          ...(seq === null
            ? []
            : [button(words.t('button.undo'), { kind: 'undo', team, day, seq, inPlace: true })]),
          ...(answer ? [] : [askButton(false, words)]),
        ];
  const label = words.t(answer || phase === 'late' ? 'button.correct' : 'private-poll.stop');
  return buttons.length === 0 ? [] : [choices(label, buttons, { quiet: true })];
}

/** Turns the private question on or off. */
export function askButton(on: boolean, words: Words) {
  return button(words.t(on ? 'panel.ask-on' : 'panel.ask-off'), { kind: 'ask-privately', on });
}

export const askingSet: Presenter<'asking-set'> = ({ on, remind }, words) => [
  text(words.t(on ? 'asking.on' : 'asking.off')),
  ...when(!on && remind, text(words.t('asking.reminder'), 'muted')),
  choices(words.t('asking.change'), [askButton(!on, words)], { quiet: true }),
];

export const snoozed: Presenter<'snoozed'> = ({ at, why, until }, words) => [
  text(why === null ? words.t('snooze.at', { at: at ?? '' }) : words.t(`snooze.${why}`, { until })),
];
