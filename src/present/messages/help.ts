import type { Part } from '../../domain/card';
import type { ExampleName } from '../../domain/examples';
import { LOCALES } from '../../domain/people/person';
import type { MessageKey } from '../../i18n/language';
import { panelChoice } from '../answers';
import { exampleOf } from '../examples';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

/** What one can type, in the reader's words, and the text that says what it does; by what one wants to do. */
const MEMBER_GROUPS: readonly (readonly [MessageKey, readonly (readonly [MessageKey, MessageKey])[]])[] = [
  [
    'help.group.answer',
    [
      ['command.home', 'help.styles'],
      ['command.off-peak', 'help.off-peak'],
      ['command.office', 'help.on'],
      ['command.clear', 'help.clear'],
      ['command.week', 'help.week'],
    ],
  ],
  [
    'help.group.look',
    [
      ['command.me', 'help.me'],
      ['command.days', 'help.days'],
      ['command.who', 'help.who'],
      ['command.tally', 'help.tally'],
    ],
  ],
  [
    'help.group.own',
    [
      ['command.remind', 'help.remind'],
      ['command.language', 'help.language'],
      ['command.forget-me', 'help.forget'],
    ],
  ],
];

type AdminCommand = readonly [ExampleName, MessageKey];

const ADMIN_GROUPS: readonly (readonly [MessageKey, readonly AdminCommand[]])[] = [
  [
    'help.group.team',
    [
      ['setup', 'help.setup'],
      ['poll', 'help.poll'],
      ['drill', 'help.drill'],
      ['deliveries', 'help.deliveries'],
      ['resend', 'help.resend'],
      ['bind', 'help.bind'],
      ['unbind', 'help.unbind'],
    ],
  ],
  [
    'help.group.campaigns',
    [
      ['campaign', 'help.campaign-list'],
      ['use', 'help.campaign-use'],
      ['new', 'help.campaign-new'],
      ['add-day', 'help.campaign-days'],
      ['end', 'help.campaign-end'],
      ['figures', 'help.campaign-figures'],
    ],
  ],
];

/** What opens a command is said once, so that the lines stay short on a phone. */
export const help: Presenter<'help'> = (message, words) => [
  heading(words.t('help.heading')),
  ...when(message.prefix !== '', text(words.t('help.prefix', { prefix: message.prefix }))),
  ...MEMBER_GROUPS.flatMap(([title, commands]) => [
    text(words.t(title), 'strong'),
    memberFacts(commands, words),
  ]),
  ...(message.admin ? ADMIN_GROUPS : []).flatMap(([title, commands]) => [
    text(words.t(title), 'strong'),
    adminFacts(commands, words),
  ]),
  panelChoice(words),
  text(words.t('help.intro'), 'muted'),
  text(words.t('not-attendance'), 'muted'),
];

function memberFacts(commands: (typeof MEMBER_GROUPS)[number][1], words: Words): Part {
  const values = {
    styles: words.t('command.styles'),
    clear: words.t('command.week-clear'),
    languages: words.join(LOCALES),
  };
  return facts(commands.map(([command, key]) => ({ label: words.t(command), value: words.t(key, values) })));
}

function adminFacts(commands: readonly AdminCommand[], words: Words): Part {
  return facts(commands.map(([command, key]) => ({ label: exampleOf(command, words), value: words.t(key) })));
}
