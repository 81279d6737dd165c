import { isWorkStyle, type WorkStyle } from '../domain/answers/work-style';
import { type ExampleOf, exampleFor, type ParseContext } from '../grammar/examples';
import type { MessageKey } from '../i18n/language';
import { styleLabel } from './styles';
import type { Words } from './words';

/** What members type, in the reader's words; the commands of administrators are English everywhere. */
const IN_WORDS: Partial<Record<ExampleOf, MessageKey>> = {
  help: 'command.help',
  me: 'command.me',
  'off-peak': 'command.off-peak',
  office: 'command.office',
  clear: 'command.clear',
  week: 'command.week',
  who: 'command.who',
  'who-group': 'command.who-group',
  tally: 'command.tally',
  days: 'command.days',
  remind: 'command.remind-off',
  language: 'command.language',
  'forget-me': 'command.forget-me',
};

/** A whole line to type, with what opens a command: `/telework home on friday`. */
export function exampleLine(of: ExampleOf, context: ParseContext, words: Words): string {
  const key = IN_WORDS[of];
  if (key) return `${context.prefix} ${words.t(key)}`.trim();
  return isWorkStyle(of) ? `${context.prefix} ${styleOnFriday(of, words)}`.trim() : exampleFor(of, context);
}

function styleOnFriday(style: WorkStyle, words: Words): string {
  const said = style === 'home' ? words.t('command.home') : styleLabel(style, words);
  return words.t('command.on', { style: said, date: words.weekday('fri') }).toLowerCase();
}
