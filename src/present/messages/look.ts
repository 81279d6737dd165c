import { NAMES_A_PAGE } from '../../app/day-picture';
import type { WhoGroup } from '../../app/messages';
import type { Part } from '../../domain/card';
import type { Tally } from '../../domain/tally';
import { cleanName } from '../../domain/text';
import { answerChoices } from '../answers';
import { dayLine, markedDay } from '../day';
import { button, choices, facts, fitting, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { choiceLabel } from '../styles';
import { curveTexts, lateText, styleBars, tallyFacts } from '../tally';
import type { Words } from '../words';

export const who: Presenter<'who'> = (message, words) => {
  const { among, day: view, phase, group, groups, names, tally } = message;
  return [
    heading(words.t('who.heading', { day: words.day(view.day) })),
    ...(among ? [text(among.name, 'strong')] : []),
    ...(group ? [text(words.t('who.group', { group: cleanName(group.name) }), 'strong')] : []),
    ...when(phase === 'none', text(words.t('poll.none'))),
    ...when(groups.length === 0 && phase !== 'none', text(words.t('who.empty'))),
    ...when(
      groups.length > 0,
      facts(
        groups.map(({ style, count }) => ({
          label: whoLabel(style, words),
          value: words.t('figure.people', { count }),
        })),
      ),
    ),
    ...when(groups.length > 0 && names === null, text(words.t('who.counts'), 'muted')),
    ...when(phase !== 'none' || tally.answered > 0, tallyFacts(tally, words)),
    ...namesOf(message, words),
    ...otherTeams(message, words),
  ];
};

/** In private nothing says which team is meant: the others are a tap away. */
function otherTeams({ among, day: { day }, group }: MessageOf<'who'>, words: Words): Part[] {
  if (!among) return [];
  const buttons = among.others.map(({ team, name }) =>
    button(fitting(name), { kind: 'who', team, day, group: group?.id ?? null, from: 0 }),
  );
  return [choices(words.t('who.others'), buttons)];
}

/** Others see leave as "away". */
function whoLabel(style: WhoGroup['style'], words: Words): string {
  return words.t(style === 'leave' ? 'style.away' : `style.${style}`);
}

/** One page of names, with buttons for those before and after it. */
function namesOf({ team, day: { day }, group, names }: MessageOf<'who'>, words: Words): Part[] {
  if (!names || names.total === 0) return [];
  const { from, total, shown } = names;
  const until = from + shown.length;
  const turn = (key: 'who.previous' | 'who.next', to: number) =>
    button(words.t(key), { kind: 'who', team, day, group: group?.id ?? null, from: to });
  const turns = [
    ...(from > 0 ? [turn('who.previous', Math.max(0, from - NAMES_A_PAGE))] : []),
    ...(until < total ? [turn('who.next', until)] : []),
  ];
  const paged = turns.length > 0;
  const heard = words.t(paged ? 'who.names' : 'who.all-names', { from: from + 1, until, total });
  return [
    text(heard, 'strong'),
    facts(shown.map(({ name, style }) => ({ label: name, value: whoLabel(style, words) }))),
    ...when(paged, choices(heard, turns)),
  ];
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
