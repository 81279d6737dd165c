import { visibilityOf } from '../../domain/answers/visibility';
import type { CardChoice, Part } from '../../domain/card';
import type { MessageKey } from '../../i18n/language';
import type { MyDay, MyTeam } from '../../ports/views';
import { answerChoices, ownAnswer, shownTexts, unheardParts } from '../answers';
import { markedDay } from '../day';
import { LANGUAGES } from '../languages';
import { button, choices, facts, fitting, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { figures, soFar } from '../tally';
import type { Words } from '../words';
import { followedParts } from './following';
import { askButton } from './private-poll';
import { weekLine } from './week';

export const panel: Presenter<'panel'> = (message, words) => {
  const { name, introduces, days, teams, more, unheard } = message;
  return [
    heading(words.t('panel.heading', { name })),
    ...when(introduces, text(words.t('panel.intro'))),
    ...when(introduces && teams.length === 0, text(words.t('first.add'))),
    text(words.t(daysKey(message)), days.length > 0 ? 'strong' : 'body'),
    ...when(
      days.length > 0,
      facts(days.map((day) => ({ label: markedDay(day, words), value: dayState(day, teams.length, words) }))),
    ),
    ...when(
      more.days > 0,
      text(words.t('panel.more-days', { count: more.days, command: words.t('command.days') }), 'muted'),
    ),
    ...dayChoices(days, words),
    ...unheardParts(unheard, words),
    ...teamTallies({ teams, more }, words),
    ...followedParts(message.following, words),
    ...preferences(message, words),
    ...managedTeams(message, words),
    ...languageChoices(message, words),
    text(words.t('not-attendance'), 'muted'),
  ];
};

function daysKey({ days, teams }: MessageOf<'panel'>): MessageKey {
  if (days.length > 0) return 'panel.days';
  return teams.length > 0 ? 'panel.none' : 'panel.no-team';
}

/** The answer; for people of several teams also which of them ask. */
function dayState(day: MyDay, teams: number, words: Words): string {
  if (teams < 2) return ownAnswer(day, words);
  return words.t('panel.asked-by', {
    answer: ownAnswer(day, words),
    teams: words.list(day.asking.map(({ name }) => name)),
  });
}

/** The work styles for the first day that is not answered, and a button that leads to each other day. */
function dayChoices(days: readonly MyDay[], words: Words): Part[] {
  const taking = days.filter(({ phase }) => phase !== 'over');
  const open = taking.find(({ answer }) => answer === null);
  const others = taking.filter((day) => day !== open);
  const buttons = others.map(({ team, day, answer }) => {
    const label = words.day(day);
    return button(answer ? words.t('button.change-day', { day: label }) : label, {
      kind: 'change',
      team,
      day,
    });
  });
  return [
    ...(open ? openDay(open, words) : []),
    ...when(
      buttons.length > 0,
      choices(words.t('panel.change'), [
        ...buttons,
        ...(taking.length > 1 ? [button(words.t('several-days.button'), { kind: 'days-form' })] : []),
      ]),
    ),
  ];
}

/** Pressing a button agrees to what the team shows: so it is said which one that is. */
function openDay({ team, day, asking }: MyDay, words: Words): Part[] {
  const asked = asking.filter((one) => one.team === team);
  const [shows] = asked;
  return [
    answerChoices({ team, day, ...(shows && { asked: visibilityOf(shows) }) }, words),
    ...shownTexts(asked, words),
  ];
}

/** Today's tallies of the person's teams. */
function teamTallies({ teams, more }: Pick<MessageOf<'panel'>, 'teams' | 'more'>, words: Words): Part[] {
  return [
    ...when(
      teams.length > 0,
      text(words.t('panel.teams'), 'strong'),
      facts(teams.map((team) => ({ label: team.name, value: tallyLine(team, words) }))),
    ),
    ...when(more.teams > 0, text(words.t('which-team.more', { count: more.teams }), 'muted')),
  ];
}

/** Buttons to set up the teams that the person manages. */
function managedTeams({ teams }: Pick<MessageOf<'panel'>, 'teams'>, words: Words): Part[] {
  const managed = teams.filter(({ manages }) => manages);
  const buttons = managed.map(({ team, name }) => button(fitting(name), { kind: 'settings-form', team }));
  return when(buttons.length > 0, choices(words.t('panel.manage'), buttons));
}

/** The first and the last of the figures: the poll has them all. */
function tallyLine({ tally, phase }: MyTeam, words: Words): string {
  if (tally === null) return words.t('panel.no-poll');
  const all = figures(words);
  const line = words.join(
    [all.at(0), all.at(-1)]
      .filter((figure) => figure !== undefined)
      .map(({ label, countOf }) => words.fact(label, words.of(countOf(tally), tally.members))),
  );
  return soFar(line, phase !== 'over', words);
}

function preferences(panel: MessageOf<'panel'>, words: Words): Part[] {
  const { remind, askPrivately, status, pages, silentListed } = panel;
  return [
    facts([
      { label: words.t('panel.week'), value: weekLine(panel, words) },
      {
        label: words.t('panel.asking'),
        value: words.t(askPrivately ? 'panel.asking-both' : 'panel.asking-channel'),
      },
      { label: words.t('panel.reminders'), value: words.t(remind ? 'panel.on' : 'panel.off') },
      ...(status === undefined
        ? []
        : [{ label: words.t('panel.status'), value: words.t(status ? 'panel.on' : 'panel.off') }]),
    ]),
    ...when(silentListed === true, text(words.t('panel.silent-listed'), 'muted')),
    choices(words.t('panel.settings'), [
      button(words.t('panel.edit-week'), { kind: 'week-form' }),
      remind
        ? button(words.t('panel.remind-off'), { kind: 'remind', on: false })
        : button(words.t('panel.remind-on'), { kind: 'remind', on: true }),
      ...statusButton(status, words),
      askButton(!askPrivately, words),
      ...(pages ? [button(words.t('web.open'), { kind: 'web' })] : []),
      button(words.t('panel.help'), { kind: 'help' }),
    ]),
  ];
}

function languageChoices({ language }: MessageOf<'panel'>, words: Words): Part[] {
  return [
    choices(
      words.t('panel.languages'),
      LANGUAGES.map(({ value, label }) =>
        button(label, { kind: 'language', language: value }, { chosen: value === language }),
      ),
    ),
  ];
}

/** Off with one tap; on only after it is said who reads it. */
function statusButton(status: boolean | undefined, words: Words): CardChoice[] {
  if (status === undefined) return [];
  return [
    status
      ? button(words.t('panel.status-off'), { kind: 'status-set', on: false })
      : button(words.t('panel.status-on'), { kind: 'status' }),
  ];
}

export const remindersSet: Presenter<'reminders-set'> = ({ on }, words) => [
  text(on ? words.t('reminders.on') : words.t('reminders.off', { command: words.t('command.remind-on') })),
];

export const languageSet: Presenter<'language-set'> = (_message, words) => [text(words.t('language.set'))];
