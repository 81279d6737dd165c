import { wordsIn } from '../../../../adapters/sandbox/words';
import { LOCALES } from '../../../../src/domain/people/person';
import { isRefusal } from '../../../../src/domain/refusal';
import { parseCommand } from '../../../../src/grammar/parse';

const EN = wordsIn('en');

test.each(LOCALES)('%s has every word of the page', (locale) => {
  const words = wordsIn(locale);
  expect(Object.keys(words).sort()).toEqual(Object.keys(EN).sort());
  expect(Object.keys(words.commands)).toEqual(Object.keys(EN.commands));
  for (const text of [
    ...Object.values(words),
    ...Object.values(words.events),
    ...Object.values(words.commands),
  ]) {
    if (typeof text === 'string') expect(text.trim()).not.toBe('');
  }
});

test.each(LOCALES.filter((locale) => locale !== 'en'))('%s is translated', (locale) => {
  const words = wordsIn(locale);
  const same = Object.entries(words).filter(([key, text]) => text === EN[key as keyof typeof EN]);
  expect(same.map(([key]) => key)).toEqual([]);
});

test.each(LOCALES)('%s uses full-width marks between its own characters', (locale) => {
  const texts = Object.values(wordsIn(locale)).filter((text) => typeof text === 'string');
  expect(texts.filter((text) => /[\u3040-\u9fff][,:?!]/.test(text))).toEqual([]);
});

test.each(Object.keys(EN.commands))('the bot understands the suggestion: %s', (command) => {
  const parsed = parseCommand(command, { today: '2018-07-24', prefix: '/telework' });
  expect(isRefusal(parsed) ? parsed.refusal : 'understood').toBe('understood');
});
