import { inAll, linesOf, sample } from './cards';

/* What somebody hears who asks for a campaign or a setting that cannot be. */

test('a day that is over cannot be chosen any more', () => {
  expect(inAll('refused, past-day', (one) => linesOf(one)[0] ?? '')).toEqual([
    'Mon 23 July is over. Please choose today or a later day.',
    '7月23日(月)は終了しています。本日以降の日付をご指定ください。',
    '7月23日(周一)已经过去，请选择今天或之后的日期。',
    '7月23日(一)已經過去，請選擇今天或之後的日期。',
  ]);
});

test('what is like nothing known is answered with what there is', () => {
  const lines = linesOf(sample('refused, unknown-setting, unlike any'));
  expect(lines[0]).toBe(
    'There is no setting “foo”. There are: window, tz, lang, country, announce, announce-at, remind, polls, names, guests, commute, closed, open.',
  );
  expect(lines).toHaveLength(2);
  expect(linesOf(sample('refused, unknown-preset, unlike any'))).toEqual([
    'There is no ready-made campaign “nope”. The command “campaign list” shows them all.',
    'For example: /telework campaign list',
  ]);
});

test('of several campaigns all are named, with the command that names one', () => {
  const lines = linesOf(sample('refused, which-campaign'));
  expect(lines[0]).toContain('Telework Days 2018, ');
  expect(lines[1]).toBe('For example: /telework campaign end "Telework Days 2018"');
});
