import { answerPress } from '../../../adapters/teams/press';
import { WORDS } from '../../../adapters/teams/words';
import { LOCALES } from '../../../src/domain/people/person';
import { translate } from '../../../src/i18n/translate';

test.each(LOCALES)('who cannot even be looked up hears that nothing was recorded: %s', async (locale) => {
  const logged: string[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_: object, text: string) => void logged.push(text),
  };
  const parts = { after: () => () => {}, log, running: new Set<Promise<unknown>>() };
  const pressed = { kind: 'press', action: 'run|help' } as const;
  const away = Promise.reject(new Error('the database is away'));
  expect(await answerPress(parts, { pressed, locale }, away)).toEqual({
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: WORDS[locale].notSaved,
    },
  });
  expect(WORDS[locale].notSaved).toBe(translate(locale, 'refusal.try-again'));
  expect(logged).toEqual(['press not served']);
});
