import { type Choice, WORK_STYLES } from '../domain/answers/work-style';
import type { CardChoice, Part } from '../domain/card';
import type { TeamId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import { button, choices } from './parts';
import { styleLabel } from './styles';
import type { Words } from './words';

/** One button a work style, telework first. `answer` is the one in force, on a person's own card. */
export function answerChoices(
  { team, day, answer = null }: { team: TeamId; day: Day; answer?: Choice | null },
  words: Words,
): Part {
  const buttons = WORK_STYLES.map((style, index) =>
    button(
      styleLabel(style, words),
      { kind: 'answer', team, day, style, arrival: answer?.style === style ? answer.arrival : null },
      { look: index === 0 ? 'primary' : 'plain', chosen: answer?.style === style },
    ),
  );
  return choices(question(day, words), buttons);
}

/** Asks for the answer and names a command, for people who cannot use buttons. */
function question(day: Day, words: Words): string {
  if (day === words.today) return words.t('answer.today', { example: words.t('command.home') });
  const example = words.t('command.home-on', { date: words.typed(day) });
  return words.t('answer.day', { day: words.day(day), example });
}

export function whoChoice(team: TeamId, day: Day, words: Words): Part {
  return choices(words.t('button.more'), [
    button(words.t('button.who'), { kind: 'who', team, day, group: null, from: 0 }),
    panelButton(words),
  ]);
}

/** Leads from a message to the reader's own days. */
export function panelChoice(words: Words): Part {
  return choices(words.t('button.own'), [panelButton(words)]);
}

function panelButton(words: Words): CardChoice {
  return button(words.t('button.panel'), { kind: 'me' });
}
