import { type ExampleOf, exampleFor, type ParseContext } from '../../app/commands/grammar/examples';
import type { Part } from '../../domain/card';
import type { MessageKey } from '../../i18n/en';
import { panelChoice } from '../answers';
import { facts, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import type { Words } from '../words';

/** What one can type, in the reader's words, and the text that says what it does. */
const MEMBER_COMMANDS: readonly (readonly [MessageKey, MessageKey])[] = [
  ['command.home', 'help.styles'],
  ['command.off-peak', 'help.off-peak'],
  ['command.office', 'help.on'],
  ['command.clear', 'help.clear'],
  ['command.me', 'help.me'],
  ['command.week', 'help.week'],
  ['command.days', 'help.days'],
  ['command.who', 'help.who'],
  ['command.tally', 'help.tally'],
  ['command.remind-off', 'help.remind'],
  ['command.language', 'help.language'],
  ['command.forget-me', 'help.forget'],
];

/** Commands that are shown as they are: they take nothing. */
const PLAIN = ['campaign end', 'campaign figures'] as const;
type PlainCommand = (typeof PLAIN)[number];

function isPlain(command: string): command is PlainCommand {
  return (PLAIN as readonly string[]).includes(command);
}

const ADMIN_COMMANDS: readonly (readonly [PlainCommand | ExampleOf, MessageKey])[] = [
  ['setup', 'help.setup'],
  ['campaign', 'help.campaign-list'],
  ['use', 'help.campaign-use'],
  ['new', 'help.campaign-new'],
  ['add-day', 'help.campaign-days'],
  ['campaign end', 'help.campaign-end'],
  ['campaign figures', 'help.campaign-figures'],
  ['poll', 'help.poll'],
  ['drill', 'help.drill'],
  ['bind', 'help.bind'],
  ['unbind', 'help.unbind'],
  ['deliveries', 'help.deliveries'],
  ['resend', 'help.resend'],
];

export const help: Presenter<'help'> = (message, words) => [
  heading(words.t('help.heading')),
  text(words.t('help.intro')),
  text(words.t('help.members'), 'strong'),
  memberFacts(message, words),
  ...when(message.admin, text(words.t('help.admins'), 'strong'), adminFacts(message, words)),
  panelChoice(words),
  text(words.t('not-attendance'), 'muted'),
];

function memberFacts({ prefix }: MessageOf<'help'>, words: Words): Part {
  const values = { styles: words.t('command.styles'), clear: words.t('command.week-clear') };
  return facts(
    MEMBER_COMMANDS.map(([command, key]) => ({
      label: `${prefix} ${words.t(command)}`.trim(),
      value: words.t(key, values),
    })),
  );
}

function adminFacts(context: ParseContext, words: Words): Part {
  return facts(
    ADMIN_COMMANDS.map(([command, key]) => ({ label: adminLine(command, context), value: words.t(key) })),
  );
}

function adminLine(command: PlainCommand | ExampleOf, context: ParseContext): string {
  return isPlain(command) ? `${context.prefix} ${command}`.trim() : exampleFor(command, context);
}
