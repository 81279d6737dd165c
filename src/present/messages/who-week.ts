import { PEOPLE_A_PAGE } from '../../app/figures/week-overview';
import type { Part } from '../../domain/card';
import { visitorsOf } from '../../domain/office-bounds';
import type { NamedWeek, WeekDay } from '../../ports/week-views';
import { markedDay } from '../day';
import { button, choices, facts, finePrint, fitting, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { unheardTexts } from '../tally';
import { weekMatrix } from '../week-matrix';
import type { Words } from '../words';

/** What a week's answer and the digest of a week have in common. */
type ShownWeek = Pick<MessageOf<'who-week'>, 'team' | 'asked' | 'days' | 'people'>;

export const whoWeek: Presenter<'who-week'> = (message, words) => {
  const { among, asked, days } = message;
  const [from = '', until = from] = [asked.at(0), asked.at(-1)];
  return [
    heading(words.t('who-week.heading', { from: words.day(from), until: words.day(until) })),
    ...(among ? [text(among.name, 'strong')] : []),
    ...when(days.length === 0, text(words.t('who-week.none'))),
    ...weekOf(message, words),
    ...otherTeams(message, words),
  ];
};

/** The channel is offered what each reader may be shown by name; the team's contact, the settings. */
export const digest: Presenter<'digest'> = (message, words) => {
  const { team, teamName, asked, days, people, toContact } = message;
  const [from = '', until = from] = [days.at(0)?.day.day, days.at(-1)?.day.day];
  const between = { from: words.day(from), until: words.day(until) };
  const span = from === until ? words.day(from) : words.t('date.span', between);
  const byName = people === null && days.some(({ day }) => day.names);
  const label = words.t('who-week.people');
  const names = button(words.t('digest.names'), { kind: 'who-week', team, days: asked, from: 0 });
  const settings = button(words.t('settings.edit-button'), { kind: 'settings-form', team });
  return [
    heading(words.t('digest.heading', { span })),
    ...when(toContact, text(teamName, 'strong')),
    ...weekOf(message, words),
    ...when(byName && !toContact, choices(label, [names], { quiet: true })),
    ...(toContact
      ? [
          text(words.t('digest.why', { team: teamName }), 'muted'),
          choices(words.t('panel.manage'), [settings], { quiet: true }),
        ]
      : []),
  ];
};

function weekOf(week: ShownWeek, words: Words): Part[] {
  const { days, people } = week;
  if (days.length === 0) return [];
  return [
    people === null ? countsTable(days, words) : dayFacts(days, words),
    ...(people === null ? [] : namesOf(week, people, words)),
    ...finePrint(notes(week, words)),
    ...unheardOf(days, people, words),
  ];
}

/** The reader of counts alone has three columns: a phone shows no more. */
function countsTable(days: readonly WeekDay[], words: Words): Part {
  return {
    kind: 'table',
    caption: words.t('who-week.by-day'),
    columns: [words.t('who-week.day'), words.t('who-week.office'), words.t('who-week.telework')],
    rows: days.map((day) => [
      dayName(day, days, words),
      words.cell(visitorsOf(day.tally), day.tally.members),
      words.cell(day.tally.telework, day.tally.members),
    ]),
  };
}

function dayFacts(days: readonly WeekDay[], words: Words): Part {
  return facts(
    days.map((day) => {
      const { telework, answered, members } = day.tally;
      const counts = {
        office: visitorsOf(day.tally),
        telework,
        answered: answeredOf(answered, members, words),
      };
      // Of a day to come most have not answered yet, and the rate says nothing.
      const line = isToCome(day.phase) ? 'who-week.line-planned' : 'who-week.line';
      return { label: dayName(day, days, words), value: words.t(line, counts) };
    }),
  );
}

function answeredOf(answered: number, members: number, words: Words): string {
  return words.fact(words.t('tally.answered'), words.of(answered, members));
}

/** A day to come is marked where others are not. */
function dayName({ day, phase }: WeekDay, days: readonly WeekDay[], words: Words): string {
  const name = markedDay(day, words);
  const isMixed = days.some((each) => !isToCome(each.phase));
  return isMixed && isToCome(phase) ? words.t('who-week.planned', { day: name }) : name;
}

function isToCome(phase: WeekDay['phase']): boolean {
  return phase === 'planned' || phase === 'none';
}

function namesOf(message: ShownWeek, people: NamedWeek, words: Words): Part[] {
  const { from, total, shown } = people;
  if (total === 0) return [];
  const until = from + shown.length;
  const paged = until - from < total;
  return [
    ...weekMatrix(
      message.days.map(({ day: { day } }) => day),
      shown,
      paged ? words.t('who.names', { from: from + 1, until, total }) : words.t('who-week.people'),
      words,
    ),
    ...when(people.unnamed > 0, text(words.t('who.unnamed', { count: people.unnamed }), 'muted')),
    ...when(paged, choices(words.t('who-week.people'), turns(message, people, words))),
  ];
}

function turns({ team, asked: days }: ShownWeek, { from, total, shown }: NamedWeek, words: Words) {
  const turn = (key: 'who.previous' | 'who.next', to: number) =>
    button(words.t(key), { kind: 'who-week', team, days, from: to });
  const until = from + shown.length;
  return [
    ...(from > 0 ? [turn('who.previous', Math.max(0, from - PEOPLE_A_PAGE))] : []),
    ...(until < total ? [turn('who.next', until)] : []),
  ];
}

function notes({ days }: ShownWeek, words: Words): string[] {
  return [
    ...(days.some(({ phase }) => isToCome(phase)) ? [words.t('who-week.to-come')] : []),
    ...(days.some(({ tally }) => tally.byStyle['home-part'] > 0) ? [words.t('who-week.both')] : []),
    ...(days.every(({ day }) => !day.names) ? [words.t('who.counts')] : []),
  ];
}

/** Of the day on which they are most. */
function unheardOf(days: readonly WeekDay[], people: NamedWeek | null, words: Words): Part[] {
  const [most] = days.map(({ tally }) => tally).sort((a, b) => b.unheard - a.unheard);
  return people === null && most ? unheardTexts(most, words) : [];
}

function otherTeams({ among, asked: days }: MessageOf<'who-week'>, words: Words): Part[] {
  if (!among) return [];
  const buttons = among.others.map(({ team, name }) =>
    button(fitting(name), { kind: 'who-week', team, days, from: 0 }),
  );
  return [choices(words.t('who.others'), buttons)];
}
