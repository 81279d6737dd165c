import { SUGGESTIONS } from '../../../../adapters/sandbox/page/suggestions';
import { LOCALES } from '../../../../src/domain/people/person';
import { parseIntent } from '../../../../src/grammar/parse';
import { translateSandbox } from '../../../../src/i18n/sandbox';

/** What the bot is asked for; which language or which reason does not matter. */
const kindOf = (text: string) => {
  const parsed = parseIntent(text, { today: '2018-07-24', prefix: '/telework' });
  if (parsed === null || 'refusal' in parsed) return null;
  return parsed.kind === 'answer' ? { ...parsed } : parsed.kind;
};

test.each(SUGGESTIONS.map(([typed]) => typed))('the bot understands %s in every language', (typed) => {
  const meant = kindOf(translateSandbox('en', typed));
  expect(meant).not.toBeNull();
  expect(LOCALES.map((locale) => kindOf(translateSandbox(locale, typed)))).toEqual(LOCALES.map(() => meant));
});
