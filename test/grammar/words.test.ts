import { fold } from '../../src/domain/typed/fold';
import type { Lexicon } from '../../src/domain/typed/lexicon';
import * as typedWords from '../../src/domain/typed/words';
import { parseIntent } from '../../src/grammar/parse';
import * as words from '../../src/grammar/words';
import { LANGUAGES } from '../../src/i18n/languages';

const parse = (text: string) => parseIntent(text, { today: '2018-07-18', prefix: '' });
const tables: [string, Lexicon<string>][] = Object.entries({ ...words, ...typedWords });
const entriesOf = <T extends string>({ phrases }: Lexicon<T>): [string, T][] => [...phrases];

describe('the vocabulary', () => {
  test.each(tables)('%s: every phrase is folded, and read where it stands', (_, table) => {
    for (const [phrase, means] of table.phrases) {
      expect(fold(phrase)).toBe(phrase);
      expect(table.exact(phrase)).toBe(means);
    }
  });

  test.each(entriesOf(words.DAY_STATES))('%j is the style %s', (phrase, style) => {
    const command = { kind: 'answer', style, arrival: null };
    expect(parse(phrase)).toEqual({ ...command, days: null });
    expect(parse(phrase.toUpperCase())).toEqual({ ...command, days: null });
    const days = ['2018-07-20'];
    expect(parse(`${phrase} on friday`)).toEqual({ ...command, days });
    expect(parse(`金曜 ${phrase}`)).toEqual({ ...command, days });
    const usual = words.OFF_DAY.exact(phrase) ?? { style, arrival: null };
    expect(parse(`week mon=${phrase}`)).toEqual({ kind: 'week', change: { mon: usual } });
  });

  test.each(entriesOf(words.VERBS))('%j is the command %s', (phrase, name) => {
    // Alone, words that take an answer back are of the last one.
    expect(parse(phrase)).toMatchObject({ kind: words.LINES.exact(phrase) ?? name });
    expect(parse(`${phrase} 明日`)).toMatchObject({ kind: name });
  });

  test.each(
    entriesOf(words.HEADS).filter(([, name]) => ['help', 'me', 'week', 'days', 'forget-me'].includes(name)),
  )('%j is the command %s', (phrase, name) => {
    expect(parse(phrase)).toMatchObject({ kind: name });
  });

  test.each(entriesOf(words.HEADS).filter(([, name]) => name === 'remind'))(
    '%j switches reminders',
    (phrase) => {
      for (const [word, on] of typedWords.SWITCH.phrases) {
        expect(parse(`${phrase} ${word}`)).toEqual({ kind: 'remind', on: on === 'on' });
      }
    },
  );

  test.each(entriesOf(words.HEADS).filter(([, name]) => name === 'language'))(
    '%j sets the language',
    (phrase) => {
      for (const [word, language] of typedWords.LANGUAGES.phrases) {
        expect(parse(`${phrase} ${word}`)).toEqual({ kind: 'language', language });
      }
    },
  );

  test.each(entriesOf(words.SETTINGS))('%j is the setting %s', (phrase, setting) => {
    expect(parse(`setup ${phrase}=x`)).toEqual({ kind: 'setup', changes: { [setting]: 'x' } });
  });

  test.each(entriesOf(typedWords.WEEKDAY_WORDS))('%j is %s', (phrase, day) => {
    expect(parse(`week ${phrase}=off`)).toEqual({ kind: 'week', change: { [day]: 'off' } });
  });

  test.each(entriesOf(words.OFF_DAY))('%j is a day off', (phrase) => {
    expect(parse(`week mon=${phrase}`)).toEqual({ kind: 'week', change: { mon: 'off' } });
  });
});

describe('what buttons say can be typed', () => {
  test.each(Object.entries(LANGUAGES))('%s', (_, { texts }) => {
    for (const style of new Set(words.STYLES.phrases.values())) {
      expect(parse(texts[`style.${style}`])).toMatchObject({ kind: 'answer', style });
    }
    expect(parse(`week mon=${texts['style.off']}`)).toEqual({ kind: 'week', change: { mon: 'off' } });
  });
});
