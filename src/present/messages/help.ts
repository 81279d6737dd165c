import type { IntentKind } from '../../app/intent';
import type { Part } from '../../domain/card';
import { LOCALES } from '../../domain/people/person';
import type { MessageKey } from '../../i18n/language';
import { panelChoice } from '../answers';
import { comingWeek } from '../examples';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

/** The groups in order, each by what people want to do. */
const MEMBER_GROUPS = ['answer', 'look', 'own'] as const;
const ADMIN_GROUPS = ['team', 'campaigns'] as const;

type Group = (typeof MEMBER_GROUPS | typeof ADMIN_GROUPS)[number];

/** A command and its explanation. */
type Line = readonly [MessageKey, MessageKey];

interface HelpEntry {
  group: Group;
  lines: readonly Line[];
}

/** How help explains each intent, in this order; null: another line explains it, or only a button asks for it. */
const HELP: Readonly<Record<IntentKind, HelpEntry | null>> = {
  answer: {
    group: 'answer',
    lines: [
      ['command.home', 'help.styles'],
      ['command.off-peak', 'help.off-peak'],
      ['command.office', 'help.on'],
    ],
  },
  clear: { group: 'answer', lines: [['command.clear', 'help.clear']] },
  week: { group: 'answer', lines: [['command.week', 'help.week']] },
  me: { group: 'look', lines: [['command.me', 'help.me']] },
  days: { group: 'look', lines: [['command.days', 'help.days']] },
  holidays: { group: 'look', lines: [['command.holidays', 'help.holidays']] },
  who: { group: 'look', lines: [['command.who', 'help.who']] },
  'who-week': { group: 'look', lines: [['command.who-week', 'help.who-week']] },
  follow: { group: 'look', lines: [['command.follow', 'help.follow']] },
  following: { group: 'look', lines: [['command.following', 'help.following']] },
  unfollow: null,
  tally: { group: 'look', lines: [['command.tally', 'help.tally']] },
  remind: { group: 'own', lines: [['command.remind', 'help.remind']] },
  'status-set': { group: 'own', lines: [['command.status', 'help.status']] },
  status: null,
  'ask-privately': { group: 'own', lines: [['command.ask-privately', 'help.ask-privately']] },
  snooze: null,
  language: { group: 'own', lines: [['command.language', 'help.language']] },
  web: { group: 'own', lines: [['command.web', 'help.web']] },
  'web-sign-out': null,
  'web-sign-out-all': null,
  'forget-me': { group: 'own', lines: [['command.forget-me', 'help.forget']] },
  setup: { group: 'team', lines: [['command.setup', 'help.setup']] },
  'poll-now': { group: 'team', lines: [['command.poll', 'help.poll']] },
  'remind-now': { group: 'team', lines: [['command.remind-now', 'help.remind-now']] },
  emergency: { group: 'team', lines: [['command.emergency', 'help.emergency']] },
  drill: { group: 'team', lines: [['command.drill', 'help.drill']] },
  'safety-contacts': { group: 'team', lines: [['command.safety-contacts', 'help.safety-contacts']] },
  safety: { group: 'team', lines: [['command.safety', 'help.safety']] },
  'safety-answer': {
    group: 'answer',
    lines: [['command.safe', 'help.safe']],
  },
  deliveries: { group: 'team', lines: [['command.deliveries', 'help.deliveries']] },
  resend: { group: 'team', lines: [['command.resend', 'help.resend']] },
  audit: { group: 'team', lines: [['command.audit', 'help.audit']] },
  bind: { group: 'team', lines: [['command.bind', 'help.bind']] },
  unbind: { group: 'team', lines: [['command.unbind', 'help.unbind']] },
  'holidays-add': { group: 'campaigns', lines: [['command.holidays-add', 'help.holidays-add']] },
  'department-set': { group: 'campaigns', lines: [['command.department', 'help.department']] },
  'roll-up': { group: 'look', lines: [['command.roll-up', 'help.roll-up']] },
  'organisation-channel': {
    group: 'campaigns',
    lines: [['command.organisation-here', 'help.organisation-here']],
  },
  'campaign-list': { group: 'campaigns', lines: [['command.campaign', 'help.campaign-list']] },
  'campaign-show': { group: 'campaigns', lines: [['command.campaign-show', 'help.campaign-show']] },
  'campaign-set': { group: 'campaigns', lines: [['command.campaign-set', 'help.campaign-set']] },
  'campaign-use': { group: 'campaigns', lines: [['command.use', 'help.campaign-use']] },
  'campaign-new': { group: 'campaigns', lines: [['command.new', 'help.campaign-new']] },
  'campaign-add-day': { group: 'campaigns', lines: [['command.add-day', 'help.campaign-days']] },
  'campaign-end': { group: 'campaigns', lines: [['command.end', 'help.campaign-end']] },
  'campaign-report': { group: 'campaigns', lines: [['command.report', 'help.campaign-report']] },
  survey: { group: 'campaigns', lines: [['command.survey', 'help.survey']] },
  'survey-results': { group: 'campaigns', lines: [['command.survey-results', 'help.survey-results']] },
  'survey-use': null,
  'survey-off': null,
  'survey-answer': null,
  'survey-stop': null,
  'campaign-figures': { group: 'campaigns', lines: [['command.figures', 'help.campaign-figures']] },
  departments: null,
  'setup-teams': null,
  template: null,
  'template-set': null,
  'template-reset': null,
  'silent-list': null,
  'departments-form': null,
  'department-rename': null,
  'department-remove': null,
  'departments-import': null,
  'departments-undo': null,
  effects: { group: 'campaigns', lines: [['command.effects', 'help.effects']] },
  'effect-set': { group: 'campaigns', lines: [['command.effect', 'help.effect']] },
  activity: { group: 'campaigns', lines: [['command.activity', 'help.activity']] },
  'effect-remove': null,
  'effect-form': null,
  'effect-import': null,
  'activity-form': null,
  'activity-import': null,
  'holidays-remove': null,
  'campaign-remove-day': null,
  'campaign-restore': null,
  'campaign-undo': null,
  'campaign-edit-form': {
    group: 'campaigns',
    lines: [['command.campaign-edit', 'help.campaign-edit']],
  },
  'survey-form': null,
  'campaign-form': null,
  'campaign-import-form': {
    group: 'campaigns',
    lines: [['command.campaign-import', 'help.campaign-import']],
  },
  'campaign-import': null,
  'settings-form': null,
  'count-in': null,
  'week-form': null,
  'days-form': null,
  'save-days': null,
  'undo-days': null,
  'save-week': null,
  answers: null,
  change: null,
  undo: null,
  'undo-last': null,
  forget: null,
  help: null,
};

/** The prefix is shown once, so that the lines stay short on a phone. */
export const help: Presenter<'help'> = ({ prefix, admin }, words) => [
  heading(words.t('help.heading')),
  ...when(prefix !== '', text(words.t('help.prefix', { prefix }))),
  ...[...MEMBER_GROUPS, ...(admin ? ADMIN_GROUPS : [])].flatMap((group) => [
    text(words.t(`help.group.${group}`), 'strong'),
    linesOf(group, words),
  ]),
  panelChoice(words),
  text(words.t('help.intro'), 'muted'),
  text(words.t('not-attendance'), 'muted'),
];

function linesOf(group: Group, words: Words): Part {
  const values = {
    styles: words.t('command.styles'),
    clear: words.t('command.week-clear'),
    languages: words.join(LOCALES),
    help: words.t('command.need-help'),
  };
  const lines = Object.values(HELP).flatMap((entry) => (entry?.group === group ? entry.lines : []));
  return facts(
    lines.map(([command, explained]) => ({
      label: words.t(command, comingWeek(words)),
      value: words.t(explained, values),
    })),
  );
}
