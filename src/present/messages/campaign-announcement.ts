import type { Part } from '../../domain/card';
import type { AnnouncedDay } from '../../ports/views';
import { panelChoice } from '../answers';
import { dayNote } from '../calendar-notes';
import { dayLine, markedDay } from '../day';
import { button, choices, facts, finePrint, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { reasonLabel } from '../reasons';
import type { Words } from '../words';

/** A campaign of several days, each with a button to plan it. */
export const campaignAnnouncement: Presenter<'campaign-announcement'> = (message, words) => {
  const { campaign, stands, days, off } = message;
  const [first] = days;
  const isAsking = stands === 'asking';
  return [
    heading(words.campaign(campaign)),
    text(saidOf(message, words)),
    ...when(
      isAsking,
      facts(days.map((day) => ({ label: markedDay(day.day, words), value: stateOf(day, words) }))),
    ),
    ...when(isAsking, dayButtons(message, words)),
    ...(isAsking ? [] : finePrint(days.map(({ day }) => markedDay(day, words)))),
    ...finePrint([
      ...off.map((why) => reasonLabel(why, words)),
      ...days.flatMap((day) => noteOf(day, words)),
    ]),
    ...(first ? finePrint([dayLine({ ...first.day, campaign: null }, words)]) : []),
    panelChoice(words),
  ];
};

function saidOf(
  { stands, total: count, from, until }: MessageOf<'campaign-announcement'>,
  words: Words,
): string {
  if (stands === 'over') return words.t('announcement.all-over');
  const span = { count, from: words.day(from), until: words.day(until) };
  return words.t(stands === 'asking' ? 'announcement.days' : 'announcement.days-quiet', span);
}

function stateOf({ state, planned = 0, members = 0 }: AnnouncedDay, words: Words): string {
  if (state === 'polled') return words.t('announcement.day-polled');
  if (state === 'over') return words.t('announcement.day-over');
  return words.t('announcement.planned', { count: planned, total: members });
}

function noteOf({ day, state }: AnnouncedDay, words: Words): string[] {
  const note = state === 'coming' ? dayNote(day, words) : null;
  return note === null ? [] : [words.fact(words.day(day.day), note)];
}

function dayButtons({ team, days }: MessageOf<'campaign-announcement'>, words: Words): Part {
  const buttons = days
    .filter(({ state }) => state === 'coming')
    .map(({ day: { day } }) => button(words.day(day), { kind: 'change', team, day }));
  return choices(words.t('announcement.plan'), buttons);
}

/** One line on a day that was announced with its campaign. */
export const dayBefore: Presenter<'day-before'> = ({ day: view, stands, daysAhead, ...plans }, words) => {
  const day = markedDay(view, words);
  if (stands === 'polled') return [text(words.fact(day, words.t('announcement.polled')))];
  if (stands === 'over') return [text(words.fact(day, words.t('poll.over')), 'muted')];
  const note = dayNote(view, words);
  const said = [
    words.fact(whenOf(daysAhead, day, words), words.t('day-before.is')),
    words.t('announcement.planned', { count: plans.planned, total: plans.members }),
    ...(note === null ? [] : [note]),
  ];
  return [text(said.join(' · '))];
};

function whenOf(daysAhead: number, day: string, words: Words): string {
  if (daysAhead > 1) return day;
  return words.t(daysAhead === 1 ? 'day-before.tomorrow' : 'day-before.today', { day });
}
