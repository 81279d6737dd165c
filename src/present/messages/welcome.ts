import type { SettingKey } from '../../domain/teams/change-settings';
import { awayTimes } from '../day';
import { exampleOf } from '../examples';
import { button, choices, facts, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import { settingFacts } from './settings';

const SHOWN: SettingKey[] = ['window', 'tz', 'lang', 'country', 'polls', 'announce', 'remind'];

/** Switches polls on. */
const SWITCH_ON = 'setup polls=telework-days';

export const welcome: Presenter<'welcome'> = ({ teamName, settings }, words) => [
  heading(words.t('welcome.heading', { team: teamName })),
  text(words.t('welcome.body')),
  settingFacts(settings, SHOWN, [], words),
  text(words.t('welcome.next')),
  choices(words.t('welcome.label'), [
    button(words.t('settings.edit-button'), { kind: 'settings-form' }),
    button(words.t('welcome.campaigns'), { kind: 'campaign-list' }),
    button(words.t('welcome.help'), { kind: 'help' }),
  ]),
];

export const namesShown: Presenter<'names-shown'> = ({ teamName }, words) => [
  heading(words.t('names-shown.heading', { team: teamName })),
  text(words.t('names-shown.body')),
];

export const trouble: Presenter<'trouble'> = ({ teamName, trouble: what }, words) => [
  heading(words.t('trouble.heading', { team: teamName })),
  text(words.t(`trouble.${what}`)),
];

export const sharedChannel: Presenter<'shared-channel'> = ({ team, teamName }, words) => [
  heading(words.t('shared-channel.heading', { team: teamName })),
  text(words.t('shared-channel.seen')),
  text(words.t('shared-channel.off')),
  choices(words.t('shared-channel.switch-on', { command: SWITCH_ON }), [
    button(words.t('settings.edit-button'), { kind: 'settings-form', team }),
  ]),
];

export const missedDays: Presenter<'missed-days'> = ({ teamName, days, away }, words) => [
  heading(words.t('missed.heading', { team: teamName })),
  text(words.t('missed.body', awayTimes(away, '', words))),
  facts([{ label: words.t('missed.days'), value: words.list(days.map(words.day)) }]),
  text(words.t('missed.next', { command: exampleOf('deliveries', words) }), 'muted'),
];
