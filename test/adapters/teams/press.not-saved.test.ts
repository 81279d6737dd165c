import { answerPress } from '../../../adapters/teams/press';
import { Renderer } from '../../../adapters/teams/render';
import { LOCALES } from '../../../src/domain/people/person';
import { translate } from '../../../src/i18n/translate';

test.each(LOCALES)('a press that cannot be served says that nothing was recorded: %s', async (locale) => {
  const logged: string[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_: object, text: string) => void logged.push(text),
  };
  const running = new Set<Promise<unknown>>();
  const parts = { after: () => () => {}, log, running, translate, render: new Renderer(translate) };
  const pressed = { kind: 'press', action: 'run|help' } as const;
  const away = Promise.reject(new Error('the database is away'));
  expect(await answerPress(parts, { pressed, locale }, away)).toEqual({
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: translate(locale, 'refusal.try-again'),
    },
  });
  expect(logged).toEqual(['press not served']);
});
