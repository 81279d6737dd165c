import { NAMES_A_PAGE } from '../../app/figures/day-overview';
import type { Tally } from '../../domain/answers/tally';
import type { Part } from '../../domain/card';
import { cleanName } from '../../domain/text';
import type { WhoGroup, WhoNames } from '../../ports/views';
import { answerChoices, ownAnswer } from '../answers';
import { dayNote } from '../calendar-notes';
import { dayLine, markedDay, zonedWindow } from '../day';
import { button, choices, facts, finePrint, fitting, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { answersSoFar, curveTexts, lateText, styleBars, tallyFacts, unheardTexts } from '../tally';
import type { Words } from '../words';

/** Characters of names in one fact. */
const NAMES_LENGTH = 1_200;

export const who: Presenter<'who'> = (message, words) => {
  const { among, day: view, phase, group, groups, names, tally } = message;
  return [
    heading(words.t('who.heading', { day: words.day(view.day) })),
    ...(among ? [text(among.name, 'strong')] : []),
    ...(group ? [text(words.t('who.group', { group: cleanName(group.name) }), 'strong')] : []),
    ...when(phase === 'none', text(noPoll(words))),
    ...when(groups.length === 0 && phase !== 'none', text(words.t('who.empty'))),
    ...when(groups.length > 0, groupFacts(message, words)),
    ...when(groups.length > 0 && names === null, text(words.t('who.counts'), 'muted')),
    ...when(Boolean(names?.unnamed), text(words.t('who.unnamed', { count: names?.unnamed ?? 0 }), 'muted')),
    ...when(names === null, ...unheardTexts(tally, words)),
    ...when(tally.members > 0 && (phase !== 'none' || tally.answered > 0), tallyFacts(tally, words)),
    ...pagedNames(message, words),
    ...remindButton(message, words),
    ...otherTeams(message, words),
  ];
};

/** For who administers the team. */
function remindButton({ team, day: { day }, remind }: MessageOf<'who'>, words: Words): Part[] {
  if (!remind) return [];
  const ask = button(words.t('remind-now.button'), { kind: 'remind-now', team, day });
  return [choices(words.t('style.no-answer'), [ask], { quiet: true })];
}

/** A private chat does not say which team is meant, so buttons lead to the others. */
function otherTeams({ among, day: { day }, group }: MessageOf<'who'>, words: Words): Part[] {
  if (!among) return [];
  const buttons = among.others.map(({ team, name }) =>
    button(fitting(name), { kind: 'who', team, day, group: group?.id ?? null, from: 0 }),
  );
  return [choices(words.t('who.others'), buttons)];
}

function whoLabel(style: WhoGroup['style'], words: Words): string {
  return words.t(`style.${style}`);
}

/** The names where all that may be shown are on this page, else the numbers alone. */
function groupFacts({ groups, names }: MessageOf<'who'>, words: Words): Part {
  return facts(
    groups.flatMap(({ style, count }) => {
      const [label, people] = [whoLabel(style, words), words.t('figure.people', { count })];
      const named = names && isWhole(names) ? names.shown.filter((one) => one.style === style) : [];
      if (named.length === 0) return count === 0 ? [] : [{ label, value: people }];
      // Next to a count the names would tell how many of them are not scheduled.
      return nameFacts(named, style === 'away' ? label : `${label} · ${people}`);
    }),
  );
}

function isWhole({ total, shown }: WhoNames): boolean {
  return shown.length === total;
}

/** Names can hold commas, so they are separated by dots. Long lists continue in further facts. */
function nameFacts(shown: WhoNames['shown'], label: string): { label: string; value: string }[] {
  const values: string[] = [];
  for (const { name } of shown) {
    const last = values.at(-1);
    const joined = last === undefined ? name : `${last} · ${name}`;
    if (last === undefined || weightOf(joined) > NAMES_LENGTH) values.push(name);
    else values[values.length - 1] = joined;
  }
  return values.map((value) => ({ label, value }));
}

/** Platforms escape some letters to as many as five characters. */
function weightOf(text: string): number {
  return text.replaceAll(/[&<>]/gu, '     ').length;
}

/** One page of many names, with buttons for those before and after it. */
function pagedNames({ team, day: { day }, group, groups, names }: MessageOf<'who'>, words: Words): Part[] {
  if (!names || names.total === 0 || isWhole(names)) return [];
  const { from, total, shown } = names;
  const until = from + shown.length;
  const turn = (key: 'who.previous' | 'who.next', to: number) =>
    button(words.t(key), { kind: 'who', team, day, group: group?.id ?? null, from: to });
  const turns = [
    ...(from > 0 ? [turn('who.previous', Math.max(0, from - NAMES_A_PAGE))] : []),
    ...(until < total ? [turn('who.next', until)] : []),
  ];
  const heard = words.t('who.names', { from: from + 1, until, total });
  return [
    text(heard, 'strong'),
    facts(
      groups.flatMap(({ style }) =>
        nameFacts(
          shown.filter((one) => one.style === style),
          whoLabel(style, words),
        ),
      ),
    ),
    choices(heard, turns),
  ];
}

export const tally: Presenter<'tally'> = ({ teamName, day: view, phase, tally, curve }, words) => {
  const { from, until } = view.window;
  const title = heading(words.t('tally.heading', { day: markedDay(view, words) }));
  if (phase === 'none') return [title, ...unpolled(teamName, tally, words)];
  return [
    title,
    text(words.t(`poll.${phase}`, { from, until })),
    ...answersSoFar(tally, phase === 'over' ? 'tally.nobody' : 'tally.nobody-yet', words),
    ...finePrint([...lateText(tally, until, words), ...curveTexts(curve, words)]),
    ...unheardTexts(tally, words),
    ...finePrint([dayLine(view, words, teamName), words.t('not-attendance')]),
  ];
};

function noPoll(words: Words): string {
  return words.t('poll.none', { days: words.t('command.days') });
}

/** A day without a poll; plans of members are shown where there are any. */
function unpolled(teamName: string, tally: Tally, words: Words): Part[] {
  return [
    text(noPoll(words)),
    ...when(tally.answered > 0, styleBars(tally, words), tallyFacts(tally, words)),
    text(teamName, 'muted'),
  ];
}

export const days: Presenter<'days'> = ({ days: views, team, teamName }, words) => {
  const open = views.find(({ answer }) => answer === null) ?? (views.length === 1 ? views[0] : undefined);
  return [
    heading(words.t('days.heading')),
    ...(teamName === null ? [] : [text(teamName, 'strong')]),
    ...(views.length === 0 ? [text(words.t('days.none'))] : dayRows(views, words)),
    ...(open && team !== null ? [answerChoices({ team, day: open.day, answer: open.answer }, words)] : []),
  ];
};

/** A window that all days share is shown once. */
function dayRows(views: MessageOf<'days'>['days'], words: Words): Part[] {
  const [first] = views;
  const isOne = views.every(
    ({ window }) => window.from === first?.window.from && window.until === first.window.until,
  );
  const rows = views.map((view) => {
    const answer = ownAnswer(view, words);
    const value = isOne ? answer : words.t('days.row', { window: words.window(view.window), answer });
    const note = dayNote(view, words);
    return { label: markedDay(view, words), value: note === null ? value : `${value} · ${note}` };
  });
  return [
    facts(rows),
    ...(first && isOne ? [text(words.fact(words.t('day.window'), zonedWindow(first, words)), 'muted')] : []),
  ];
}
