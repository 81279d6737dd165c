import type { TeamChange } from '../../ports/organisation-messages';
import { changedKeys } from '../changed-settings';
import { button, choices, facts, fitting, form, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { settingLabel, settingValue } from '../setting-values';
import type { Words } from '../words';
import { refusalText } from './refused';
import { settingFields } from './settings-form';

/** A team's own days are not for others: the organisation's calendar holds for all. */
const OF_A_TEAM: ReadonlySet<string> = new Set(['closed', 'open']);

/** What new teams begin with, as a form. */
export const template: Presenter<'template'> = ({ settings, own, changed, asked }, words) => [
  heading(words.t('template.heading')),
  ...when(
    asked,
    text(asked && changed.length > 0 ? changedKeys(changed, words) : words.t('settings.unchanged'), 'strong'),
  ),
  text(words.t('template.body')),
  text(
    own.length === 0
      ? words.t('template.none')
      : words.t('template.own', { keys: words.join(own.map((key) => settingLabel(key, words))) }),
  ),
  form(
    { kind: 'template' },
    settingFields(settings, words).filter(({ name }) => !OF_A_TEAM.has(name)),
    words.t('form.save'),
  ),
  ...when(
    own.length > 0,
    choices(words.t('template.heading'), [button(words.t('template.reset'), { kind: 'template-reset' })], {
      quiet: true,
    }),
  ),
];

/** One line a team: what becomes of it, or why it stays as it is. */
export const teamsChanged: Presenter<'teams-changed'> = ({ preview, teams }, words) => {
  const count = teams.filter(({ changed }) => changed.length > 0).length;
  const lines = teams.map((team) => ({ label: fitting(team.name), value: changeLine(team, words) }));
  return [
    heading(
      count === 0
        ? words.t('teams-changed.none')
        : words.t(preview ? 'teams-changed.preview' : 'teams-changed.done', { count }),
    ),
    ...when(lines.length > 0, facts(lines)),
  ];
};

function changeLine({ before, after, changed, refusal }: TeamChange, words: Words): string {
  if (refusal) return refusalText(refusal, words);
  if (changed.length === 0) return words.t('teams-changed.same');
  const lines = changed.map((key) =>
    words.fact(
      settingLabel(key, words),
      `${settingValue(key, before, words)} → ${settingValue(key, after, words)}`,
    ),
  );
  return lines.join(' · ');
}

export const silentList: Presenter<'silent-list'> = ({ on }, words) => [
  heading(words.t(on ? 'silent-list.on' : 'silent-list.off')),
  ...when(on, text(words.t('silent-list.told'))),
];
