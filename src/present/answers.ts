import type { Button } from '../app/requests/button';
import { type Visibility, visibilityOf } from '../domain/answers/visibility';
import { type Choice, type DayState, NOT_SCHEDULED, WORK_STYLES } from '../domain/answers/work-style';
import type { CardChoice, Part } from '../domain/card';
import type { TeamId } from '../domain/people/person';
import type { Day, DayRange } from '../domain/time/calendar';
import type { OfferedAnswers } from '../ports/offered-answers';
import type { AskingTeam, UnheardTeam } from '../ports/views';
import { button, choices, fitting, text } from './parts';
import { choiceLabel, shortLabel, usualLabel } from './styles';
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
  /** The private question, which shows the answer itself. */
  inPlace?: true;
}

/** One button a work style, telework first: none stands out but the one in force. */
export function answerChoices(
  { team, day, answer = null, asked, quiet = false, inPlace }: AnswerQuestion,
  words: Words,
): Part {
  const buttons = WORK_STYLES.map((style) =>
    button(
      shortLabel(style, words),
      {
        ...{ kind: 'answer', team, day, style, ...(asked && { asked }), ...(inPlace && { inPlace }) },
        arrival: answer?.style === style ? answer.arrival : null,
      },
      { chosen: answer?.style === style },
    ),
  );
  return choices(question(day, words), buttons, { quiet });
}

/** The answers that a refusal offers: some work styles, else all of them; or one of them for some days. */
export function offeredChoices({ team, days, styles, arrival }: OfferedAnswers, words: Words): Part {
  const offered: DayState[] = [...WORK_STYLES, NOT_SCHEDULED as DayState].filter((style) =>
    styles.length === 0 ? style !== NOT_SCHEDULED : styles.includes(style),
  );
  const to = (spans: readonly DayRange[], style: DayState): Button => {
    const [only, ...more] = spans;
    const isOne = only && more.length === 0 && only.from === only.until;
    return isOne
      ? { kind: 'answer', team, day: only.from, style, arrival }
      : { kind: 'answer-days', team, days: spans, style, arrival };
  };
  const [spans = [], ...others] = days;
  if (others.length > 0) {
    const buttons = days.flatMap((each) =>
      offered.map((style) => button(spansText(each, words), to(each, style))),
    );
    const label = words.t('answer.which-day', { style: offeredLabel(offered[0] ?? 'home', words) });
    return choices(label, buttons);
  }
  const buttons = offered.map((style) => button(offeredLabel(style, words), to(spans, style)));
  const [first, ...more] = spans;
  const isDay = first && more.length === 0 && first.from === first.until;
  return choices(
    isDay ? question(first.from, words) : words.t('answer.days', { days: spansText(spans, words) }),
    buttons,
  );
}

function offeredLabel(style: DayState, words: Words): string {
  return style === NOT_SCHEDULED ? words.t('style.off') : shortLabel(style, words);
}

function spansText(spans: readonly DayRange[], words: Words): string {
  return words.list(
    spans.map(({ from, until }) =>
      from === until
        ? words.day(from)
        : words.t('answer.span', { from: words.day(from), until: words.day(until) }),
    ),
  );
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

/** Leads on from a text that was not understood, or an answer that was not taken. */
export function leadOn(words: Words): Part {
  const help = button(words.t('panel.help'), { kind: 'help' });
  return choices(words.t('button.own'), [panelButton(words), help], { quiet: true });
}

/** Leads from a message to the reader's own days. */
export function panelChoice(words: Words): Part {
  return choices(words.t('button.own'), [panelButton(words)], { quiet: true });
}

function panelButton(words: Words): CardChoice {
  return button(words.t('button.panel'), { kind: 'me' });
}

/** A person's own answer to a day, else what their default week says of it. */
export function ownAnswer(
  { answer, usual = null }: { answer: (Choice & { late?: boolean }) | null; usual?: Choice | 'off' | null },
  words: Words,
): string {
  if (answer) {
    const choice = choiceLabel(answer, words);
    return answer.late ? words.t('panel.late', { choice }) : choice;
  }
  return usual === null
    ? words.t('panel.unanswered')
    : words.t('panel.usual', { choice: usualLabel(usual, words) });
}
