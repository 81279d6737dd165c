import { type Visibility, visibilityOf } from '../domain/answers/visibility';
import { type Choice, WORK_STYLES, type WorkStyle } from '../domain/answers/work-style';
import type { CardChoice, Part } from '../domain/card';
import type { TeamId } from '../domain/people/person';
import type { Day } from '../domain/time/calendar';
import type { AskingTeam, UnheardTeam } from '../ports/views';
import { button, choices, fitting, text } from './parts';
import { shortLabel } from './styles';
import type { Words } from './words';

interface AnswerQuestion {
  team: TeamId;
  day: Day;
  /** The one in force, on a person's own card. */
  answer?: Choice | null;
  /** What the team shows, where a private card names it as asking, and says that. */
  asked?: Visibility;
  /** The card asks already, above the buttons. */
  quiet?: boolean;
}

/** One button a work style, telework first: none stands out but the one in force. */
export function answerChoices(
  { team, day, answer = null, asked, quiet = false }: AnswerQuestion,
  words: Words,
): Part {
  const buttons = WORK_STYLES.map((style) =>
    button(
      shortLabel(style, words),
      {
        ...{ kind: 'answer', team, day, style, ...(asked && { asked }) },
        arrival: answer?.style === style ? answer.arrival : null,
      },
      { chosen: answer?.style === style },
    ),
  );
  return choices(question(day, words), buttons, { quiet });
}

/** The answers that a refusal offers: some work styles, else all of them. */
export function offeredChoices(
  { team, day, styles }: { team: TeamId; day: Day; styles: readonly WorkStyle[] },
  words: Words,
): Part {
  const buttons = WORK_STYLES.filter((style) => styles.length === 0 || styles.includes(style)).map((style) =>
    button(shortLabel(style, words), { kind: 'answer', team, day, style, arrival: null }),
  );
  return choices(question(day, words), buttons);
}

function question(day: Day, words: Words): string {
  return day === words.today ? words.t('answer.today') : words.t('answer.day', { day: words.day(day) });
}

/** What the teams that ask show of answers, in private, where no channel tells. */
export function shownTexts(teams: readonly Pick<AskingTeam, 'name' | 'names'>[], words: Words): Part[] {
  return ([false, true] as const).flatMap((names) => {
    const named = teams.filter((team) => team.names === names).map(({ name }) => name);
    if (named.length === 0) return [];
    return text(
      words.t(names ? 'visibility.names-in' : 'visibility.counts-in', { team: words.list(named) }),
      'muted',
    );
  });
}

/** Where answers do not count yet, and a button for each of these teams to be counted there. */
export function unheardParts(teams: readonly UnheardTeam[], words: Words): Part[] {
  if (teams.length === 0) return [];
  const lines = ([false, true] as const).flatMap((names) => {
    const named = teams.filter((team) => team.names === names);
    if (named.length === 0) return [];
    return text(
      words.t(names ? 'unheard.names' : 'unheard.counts', {
        teams: words.list(named.map(({ name }) => name)),
      }),
    );
  });
  const buttons = teams.map((unheard) => {
    const { team, name, day } = unheard;
    const label = teams.length === 1 ? words.t('unheard.button') : fitting(name);
    return button(label, { kind: 'count-in', team, day, shows: visibilityOf(unheard) });
  });
  return [...lines, choices(words.t('unheard.label'), buttons)];
}

export function whoChoice(team: TeamId, day: Day, words: Words): Part {
  const who = button(words.t('button.who'), { kind: 'who', team, day, group: null, from: 0 });
  return choices(words.t('button.more'), [who, panelButton(words)], { quiet: true });
}

/** Leads from a message to the reader's own days. */
export function panelChoice(words: Words): Part {
  return choices(words.t('button.own'), [panelButton(words)], { quiet: true });
}

function panelButton(words: Words): CardChoice {
  return button(words.t('button.panel'), { kind: 'me' });
}
