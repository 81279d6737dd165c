import type { CardChoice } from '../../domain/card';
import type { TeamId } from '../../domain/people/person';
import type { SettingKey } from '../../domain/teams/change-settings';
import type { Day } from '../../domain/time/calendar';
import { awayTimes } from '../day';
import { exampleOf } from '../examples';
import { button, choices, facts, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';
import { settingFacts } from './settings';

const SHOWN: SettingKey[] = ['window', 'tz', 'lang', 'country', 'polls', 'announce', 'remind'];

/** Switches polls on. */
const SWITCH_ON = 'setup polls=telework-days';

export const welcome: Presenter<'welcome'> = ({ team, teamName, settings }, words) => [
  heading(words.t('welcome.heading', { team: teamName })),
  text(words.t('welcome.body')),
  settingFacts(settings, SHOWN, [], words),
  text(words.t('welcome.next')),
  choices(words.t('welcome.label'), [
    ...firstSteps(team, words),
    button(words.t('welcome.help'), { kind: 'help' }),
  ]),
];

/** From an invitation to the first poll. */
function firstSteps(team: TeamId, words: Words): CardChoice[] {
  return [
    button(words.t('first.poll-now'), { kind: 'poll-now', team, openFor: null }),
    button(words.t('first.days'), { kind: 'campaign-list' }),
    button(words.t('settings.edit-button'), { kind: 'settings-form', team }),
  ];
}

export const invited: Presenter<'invited'> = ({ team, teamName, manages }, words) => [
  heading(words.t('invited.heading', { team: teamName })),
  text(words.t('first.what')),
  ...(manages
    ? [
        text(words.t('invited.next')),
        choices(words.t('first.label'), firstSteps(team, words), { quiet: true }),
      ]
    : [text(words.t('invited.waits', { team: teamName }))]),
];

export const installed: Presenter<'installed'> = (_message, words) => [
  heading(words.t('installed.heading')),
  text(words.t('first.what')),
  text(words.t('first.add')),
  choices(words.t('first.label'), [button(words.t('welcome.help'), { kind: 'help' })], { quiet: true }),
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

/** So many days are named each; of more, how many there are, and of when. */
const MOST_NAMED = 7;

function missedList(days: readonly Day[], words: Words): string {
  const [first, last] = [days[0], days.at(-1)];
  if (days.length <= MOST_NAMED || !first || !last) return words.list(days.map(words.day));
  const span = words.t('date.span', { from: words.day(first), until: words.day(last) });
  return words.t('missed.span', { count: days.length, span });
}

export const missedDays: Presenter<'missed-days'> = ({ teamName, days, away }, words) => [
  heading(words.t('missed.heading', { team: teamName })),
  text(words.t('missed.body', awayTimes(away, '', words))),
  facts([{ label: words.t('missed.days'), value: missedList(days, words) }]),
  text(words.t('missed.next', { command: exampleOf('deliveries', words) }), 'muted'),
];
