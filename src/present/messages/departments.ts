import { cleanName, MAX_NAME } from '../../domain/text';
import type { DepartmentView } from '../../ports/organisation-messages';
import { exampleOf } from '../examples';
import { button, choices, facts, form, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

export const departments: Presenter<'departments'> = (message, words) => [
  heading(words.t('departments.heading')),
  ...listOf(message.departments, words),
  ...when(
    message.without.length > 0,
    text(words.t('departments.without', { teams: namesIn(message.without, words) })),
  ),
  ...(message.channel === null
    ? []
    : [text(words.t('departments.channel', { team: cleanName(message.channel) }))]),
  text(
    words.t('departments.change', {
      set: exampleOf('department', words),
      rename: words.t('command.department-rename'),
      remove: words.t('command.department-remove'),
    }),
    'muted',
  ),
  choices(words.t('departments.new'), [
    button(words.t('departments.new-button'), { kind: 'departments-form' }),
  ]),
];

/** Names of so many teams are shown. */
const MOST_NAMES = 40;

function namesIn(names: readonly string[], words: Words): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => cleanName(name));
  return words.join(names.length > MOST_NAMES ? [...shown, '…'] : shown);
}

function listOf(list: readonly DepartmentView[], words: Words) {
  if (list.length === 0) return [text(words.t('departments.none'))];
  return [
    facts(
      list.map(({ name, teams }) => ({
        label: cleanName(name),
        value: teams.length === 0 ? '–' : namesIn(teams, words),
      })),
    ),
  ];
}

export const departmentsChanged: Presenter<'departments-changed'> = (message, words) => {
  const { change, name, version } = message;
  const key = version === null && change === 'set' ? 'same' : change;
  return [
    heading(words.t(`departments.${key}`, { name: cleanName(name) })),
    ...listOf(message.departments, words),
    text(words.t('departments.from-now'), 'muted'),
    ...(version === null
      ? []
      : [
          choices(words.t('departments.undo-label'), [
            button(words.t('departments.undo'), { kind: 'departments-undo', version }),
          ]),
        ]),
  ];
};

export const departmentsForm: Presenter<'departments-form'> = (_message, words) => {
  const input = { kind: 'text', value: '', required: false } as const;
  return [
    heading(words.t('departments-form.heading')),
    form(
      { kind: 'departments-form' },
      [
        { ...input, name: 'name', label: words.t('departments-form.name'), hint: null, maxLength: MAX_NAME },
        {
          ...input,
          name: 'teams',
          label: words.t('departments-form.teams'),
          hint: words.t('departments-form.teams-hint'),
          maxLength: 2_000,
        },
        {
          ...input,
          name: 'file',
          label: words.t('departments-form.file'),
          hint: words.t('departments-form.file-hint'),
          maxLength: 3_000,
          multiline: true,
        },
      ],
      words.t('departments-form.submit'),
    ),
  ];
};

export const organisationChannel: Presenter<'organisation-channel'> = ({ teamName }, words) =>
  teamName === null
    ? [heading(words.t('organisation-channel.off'))]
    : [
        heading(words.t('organisation-channel.on', { team: cleanName(teamName) })),
        text(words.t('organisation-channel.when')),
      ];
