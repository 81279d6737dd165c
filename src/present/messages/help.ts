import { EXAMPLES, type ExampleOf, exampleFor, type ParseContext } from '../../app/commands/grammar/examples';
import type { Part } from '../../domain/card';
import { WORK_STYLES } from '../../domain/work-style';
import type { MessageKey } from '../../i18n/en';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

/** What one can type, or the name of its example, and the text that says what it does. */
const MEMBER_COMMANDS = [
  ['home today', 'help.styles'],
  ['off-peak 10:30', 'help.off-peak'],
  ['office', 'help.on'],
  ['clear', 'help.clear'],
  ['me', 'help.me'],
  ['week', 'help.week'],
  ['days', 'help.days'],
  ['who', 'help.who'],
  ['tally', 'help.tally'],
  ['remind', 'help.remind'],
  ['language', 'help.language'],
  ['forget-me', 'help.forget'],
] as const;

const ADMIN_COMMANDS = [
  ['setup', 'help.setup'],
  ['campaign', 'help.campaign-list'],
  ['use', 'help.campaign-use'],
  ['new', 'help.campaign-new'],
  ['add-day', 'help.campaign-days'],
  ['campaign end', 'help.campaign-end'],
  ['poll', 'help.poll'],
  ['drill', 'help.drill'],
] as const;

export const help: Presenter<'help'> = ({ admin, prefix, today }, words) => {
  const context = { prefix, today };
  return [
    heading(words.t('help.heading')),
    text(words.t('help.intro')),
    text(words.t('help.members'), 'strong'),
    commandFacts(MEMBER_COMMANDS, context, words),
    ...when(admin, text(words.t('help.admins'), 'strong'), commandFacts(ADMIN_COMMANDS, context, words)),
    text(words.t('not-attendance'), 'muted'),
  ];
};

/** A whole line to type; a word that has an example stands for it. */
function lineOf(command: string, context: ParseContext): string {
  return isExample(command) ? exampleFor(command, context) : `${context.prefix} ${command}`.trim();
}

function isExample(command: string): command is ExampleOf {
  return Object.hasOwn(EXAMPLES, command);
}

function commandFacts(
  commands: readonly (readonly [string, MessageKey])[],
  context: ParseContext,
  words: Words,
): Part {
  const others = WORK_STYLES.filter((style) => style !== 'home' && style !== 'off-peak');
  return facts(
    commands.map(([command, key]) => ({
      label: lineOf(command, context),
      value: words.t(key, { styles: words.join(others) }),
    })),
  );
}
