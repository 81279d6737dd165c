import { NOT_SCHEDULED, WORK_STYLES } from '../../src/domain/answers/work-style';
import { isExampleName } from '../../src/domain/examples';
import { LOCALES } from '../../src/domain/people/person';
import { parseIntent } from '../../src/grammar/parse';
import { translate } from '../../src/i18n/translate';
import { exampleLine, exampleOf } from '../../src/present/examples';
import { wordsFor } from '../../src/present/words';
import { EXAMPLE_NAMES, KINDS } from '../grammar/example-kinds';

const TODAY = '2018-07-18';

describe.each(LOCALES)('in %s', (locale) => {
  const words = wordsFor(locale, TODAY);

  test.each(EXAMPLE_NAMES)('the example of %s asks for what it illustrates', (name) => {
    expect(isExampleName(name)).toBe(true);
    for (const prefix of ['', '/telework', '@Telework Days']) {
      const line = exampleLine(name, prefix, words);
      expect(line.startsWith(prefix)).toBe(true);
      expect([line, parseIntent(line, { today: TODAY, prefix })]).toMatchObject([
        line,
        { kind: KINDS[name] },
      ]);
    }
  });

  test.each(['home', 'remind-on', 'week-clear'] as const)('the command %s is understood', (command) => {
    const kinds = { home: 'answer', 'remind-on': 'remind', 'week-clear': 'week' };
    const intent = parseIntent(translate(locale, `command.${command}`), { today: TODAY, prefix: '' });
    expect(intent).toMatchObject({ kind: kinds[command] });
  });

  test('the command for a style on a day is understood', () => {
    const line = translate(locale, 'command.home-on', { date: words.typed('2018-07-24') });
    const days = ['2018-07-24'];
    expect(parseIntent(line, { today: TODAY, prefix: '' })).toMatchObject({
      kind: 'answer',
      style: 'home',
      days,
    });
  });
});

test.each(LOCALES)('the list of styles in %s names each of them', (locale) => {
  const styles = translate(locale, 'command.styles')
    .split(/, |、/u)
    .map((text) => parseIntent(text, { today: TODAY, prefix: '' }));
  expect(styles).toEqual(
    [...WORK_STYLES, NOT_SCHEDULED].map((style) => expect.objectContaining({ kind: 'answer', style })),
  );
});

describe.each(['zh-CN', 'zh-TW'] as const)('what messages and buttons in %s say can be typed', (locale) => {
  const typed = (text: string) => parseIntent(text, { today: TODAY, prefix: '' });

  test.each(WORK_STYLES)('the button and the name of %s', (style) => {
    const labels = [translate(locale, `choice.${style}`), translate(locale, `style.${style}`)];
    expect(labels.map(typed)).toEqual(labels.map(() => expect.objectContaining({ kind: 'answer', style })));
  });

  test.each(['off-peak', 'home-part'] as const)('%s with an arrival', (style) => {
    const line = translate(locale, 'style.arriving', {
      style: translate(locale, `style.${style}`),
      time: '10:30',
    });
    expect(typed(line)).toEqual({ kind: 'answer', style, arrival: '10:30', days: null });
  });

  test.each([
    ['button.clear', 'clear'],
    ['button.panel', 'me'],
    ['button.who', 'who'],
    ['panel.week', 'week'],
    ['days.heading', 'days'],
    ['panel.remind-off', 'remind'],
    ['forget.button', 'forget-me'],
  ] as const)('the words of %s', (key, kind) => {
    expect(typed(translate(locale, key))).toMatchObject({ kind });
  });
});

test('dates are of the coming week', () => {
  const onDays = (today: string) => exampleOf('new', wordsFor('en', today));
  expect(onDays('2018-07-16')).toBe('campaign new "Summer telework" 2018-07-23..2018-07-27 core=2018-07-25');
  expect(onDays('2018-07-22')).toBe('campaign new "Summer telework" 2018-07-23..2018-07-27 core=2018-07-25');
});

test('other texts name no example', () => {
  expect([undefined, '', 'toString', 'campaign end'].filter(isExampleName)).toEqual([]);
});
