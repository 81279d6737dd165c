import type { Intent, ParseContext } from '../app/intent';
import type { ExampleName } from '../domain/examples';
import type { Locale } from '../domain/people/person';
import { type Refusal, refuse } from '../domain/refusal';
import { repeated } from '../domain/text';
import { readLanguage } from '../domain/typed/language';
import { readSwitch } from '../domain/typed/switch';
import { takeOpenFor } from './open-for';
import { unknown } from './suggest';
import { parseWeek } from './week';
import type { HEADS } from './words';

const IN_LANGUAGE = [
  /^(?:(?:switch|change)(?: it| the language| language)? to|speak(?: to me in)?|talk to me in|use|in|set (?:the |my )?language to) (?<name>.+)$/u,
  /^(?:言語を|表示を)?(?<name>.+?)(?:に(?:して|変更(?:して)?|切り替え(?:て)?|変えて)(?:ください)?|で(?:お願い|話して(?:ください)?|表示(?:して)?)?)$/u,
  /^(?:把?(?:语言|語言))?(?:切换(?:成|到|为)?|切換(?:成|到|為)?|改成|换成|換成|改用|用|请用|請用|说|說)(?<name>.+)$/u,
];

type Head = NonNullable<ReturnType<typeof HEADS.exact>>;

/** A command of its own, by the word that opens it and what follows, folded. `line`: the whole, as typed. */
export function parseHead(head: Head, rest: string, line: string, context: ParseContext): Intent | Refusal {
  switch (head) {
    case 'help':
      return { kind: 'help' };
    case 'week':
      return parseWeek(rest, context);
    case 'remind':
      return parseRemind(rest, line);
    case 'status':
      return parseStatus(rest, line);
    case 'language':
      return parseLanguage(rest);
    case 'poll':
      if (rest === '') return refuse('missing-argument', { example: 'poll' satisfies ExampleName });
      return parsePollNow(rest) ?? unknown(line, 'help', 'days');
    case 'safe':
    case 'need-help':
      return rest === '' ? { kind: 'safety-answer', day: null, state: head } : unknown(line, 'help', 'me');
    case 'safety':
    case 'me':
    case 'days':
    case 'unbind':
    case 'audit':
    case 'forget-me':
      return rest === '' ? { kind: head } : unknown(line, head);
  }
}

function parsePollNow(text: string): Intent | null {
  const { rest, openFor } = takeOpenFor(text.replace(/^now(?![a-z])/u, ''));
  return text.startsWith('now') && rest === '' ? { kind: 'poll-now', openFor } : null;
}

function parseRemind(rest: string, line: string): Intent | Refusal {
  if (rest === '') return refuse('missing-argument', { example: 'remind' satisfies ExampleName });
  const on = readSwitch(rest);
  return on === null ? unknown(line, 'remind') : { kind: 'remind', on };
}

function parseStatus(rest: string, line: string): Intent | Refusal {
  if (rest === '') return { kind: 'status' };
  const on = readSwitch(rest);
  return on === null ? unknown(line, 'status') : { kind: 'status-set', on };
}

function parseLanguage(rest: string): Intent | Refusal {
  if (rest === '') return refuse('missing-argument', { example: 'language' satisfies ExampleName });
  const language = readLanguage(rest);
  return language ? { kind: 'language', language } : refuse('unknown-language', { text: repeated(rest) });
}

/** The language that is asked for in a sentence: `switch to Japanese`, `英語にして`, `切换成英文`; null: none. */
export function languageAsked(text: string): Locale | null {
  const names = [text, ...IN_LANGUAGE.map((form) => form.exec(text)?.groups?.name ?? '')];
  return (
    names.map((name) => (name.length > 1 ? readLanguage(name) : null)).find((one) => one !== null) ?? null
  );
}
