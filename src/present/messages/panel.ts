import type { Tally } from '../../domain/answers/tally';
import type { Part } from '../../domain/card';
import { LANGUAGE_NAMES } from '../../domain/people/person';
import type { MessageKey } from '../../i18n/language';
import type { MyDay } from '../../ports/views';
import { answerChoices } from '../answers';
import { markedDay } from '../day';
import { LANGUAGES } from '../languages';
import { button, choices, facts, fitting, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { choiceLabel, usualLabel } from '../styles';
import { figures } from '../tally';
import type { Words } from '../words';
import { weekLine } from './week';

/** The most buttons to change an answer, and to set up a team: more would hide the rest of the panel. */
const MOST_CHANGES = 5;

/** Commands that do the same as the buttons. */
const COMMANDS = [
  'command.home',
  'command.off-peak',
  'command.office',
  'command.clear',
  'command.week',
  'command.days',
  'command.help',
] as const;

export const panel: Presenter<'panel'> = (message, words) => {
  const { name, days } = message;
  const quoted = (key: MessageKey) => words.t('panel.quoted', { command: words.t(key) });
  const open = days.find(({ answer, phase }) => answer === null && phase !== 'over');
  return [
    heading(words.t('panel.heading', { name })),
    text(words.t(days.length === 0 ? 'panel.none' : 'panel.days')),
    ...when(
      days.length > 0,
      facts(days.map((day) => ({ label: markedDay(day, words), value: answerOf(day, words) }))),
    ),
    ...(open ? [answerChoices({ team: open.team, day: open.day }, words)] : []),
    ...changes(days, words),
    ...teamTallies(message, words),
    ...preferences(message, words),
    text(words.t('panel.type', { commands: words.join(COMMANDS.map(quoted)) }), 'muted'),
    text(words.t('not-attendance'), 'muted'),
  ];
};

function answerOf({ answer, usual }: MyDay, words: Words): string {
  if (answer) {
    const choice = choiceLabel(answer, words);
    return answer.late ? words.t('panel.late', { choice }) : choice;
  }
  return usual === null
    ? words.t('panel.unanswered')
    : words.t('panel.usual', { choice: usualLabel(usual, words) });
}

function changes(days: readonly MyDay[], words: Words): Part[] {
  const answered = days.filter(({ answer, phase }) => answer !== null && phase !== 'over');
  const buttons = answered
    .slice(0, MOST_CHANGES)
    .map(({ team, day }) =>
      button(words.t('button.change-day', { day: words.day(day) }), { kind: 'change', team, day }),
    );
  return when(buttons.length > 0, choices(words.t('panel.change'), buttons));
}

/** Today's tallies of the person's teams, with buttons to set up those that the person manages. */
function teamTallies({ teams }: MessageOf<'panel'>, words: Words): Part[] {
  const managed = teams.filter(({ manages }) => manages).slice(0, MOST_CHANGES);
  const buttons = managed.map(({ team, name }) => button(fitting(name), { kind: 'settings-form', team }));
  return [
    ...when(
      teams.length > 0,
      text(words.t('panel.teams'), 'strong'),
      facts(teams.map(({ name, tally }) => ({ label: name, value: tallyLine(tally, words) }))),
    ),
    ...when(buttons.length > 0, choices(words.t('panel.manage'), buttons)),
  ];
}

function tallyLine(tally: Tally | null, words: Words): string {
  if (tally === null) return words.t('panel.no-poll');
  return words.join(
    figures(words).map(({ label, countOf }) => words.fact(label, words.of(countOf(tally), tally.members))),
  );
}

function preferences({ week, language, remind }: MessageOf<'panel'>, words: Words): Part[] {
  return [
    facts([
      { label: words.t('panel.week'), value: weekLine(week, words) },
      { label: words.t('panel.reminders'), value: words.t(remind ? 'panel.on' : 'panel.off') },
      { label: words.t('panel.language'), value: LANGUAGE_NAMES[language] },
    ]),
    choices(words.t('panel.settings'), [
      button(words.t('panel.edit-week'), { kind: 'week-form' }),
      remind
        ? button(words.t('panel.remind-off'), { kind: 'remind', on: false })
        : button(words.t('panel.remind-on'), { kind: 'remind', on: true }),
    ]),
    choices(
      words.t('panel.languages'),
      LANGUAGES.map(({ value, label }) =>
        button(label, { kind: 'language', language: value }, { chosen: value === language }),
      ),
    ),
  ];
}

export const remindersSet: Presenter<'reminders-set'> = ({ on }, words) => [
  text(on ? words.t('reminders.on') : words.t('reminders.off', { command: words.t('command.remind-on') })),
];

export const languageSet: Presenter<'language-set'> = (_message, words) => [text(words.t('language.set'))];
