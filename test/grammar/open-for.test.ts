import { takeOpenFor } from '../../src/grammar/open-for';

/* Until when a poll at short notice is open, as people write it next to their reason. */

const four = { until: '16:00' };
const two = { minutes: 120 };

test.each([
  ['until 16:00', '', four],
  ['typhoon until 16:00', 'typhoon', four],
  ['until 4pm typhoon', 'typhoon', four],
  ['until 4 p.m.', '', four],
  ['till 16 "Snow, no trains"', '"Snow, no trains"', four],
  ['16時まで', '', four],
  ['１６時まで 台風', '台風', four],
  ['台風のため 午後4時まで', '台風のため', four],
  ['台風 〜16時まで', '台風', four],
  ['~16:00', '', four],
  ['台风，到16点', '台风', four],
  ['到16:00为止 台风', '台风', four],
  ['颱風 到下午4點', '颱風', four],
  ['until 9:30', '', { until: '09:30' }],
  ['for 2h', '', two],
  ['2h', '', two],
  ['Typhoon for 2 hours', 'Typhoon', two],
  ['for two hours typhoon', 'typhoon', two],
  ['for an hour', '', { minutes: 60 }],
  ['snow for half an hour', 'snow', { minutes: 30 }],
  ['for 1h30', '', { minutes: 90 }],
  ['for 1.5 hours', '', { minutes: 90 }],
  ['90 min', '', { minutes: 90 }],
  ['2時間', '', two],
  ['台風 ２時間', '台風', two],
  ['1時間半', '', { minutes: 90 }],
  ['台风 两个小时', '台风', two],
  ['2小时', '', two],
  ['颱風、2小時', '颱風', two],
  ['半小时', '', { minutes: 30 }],
  ['45分钟', '', { minutes: 45 }],
  ['', '', null],
  ['typhoon', 'typhoon', null],
  ['"trains stop until 16:00"', '"trains stop until 16:00"', null],
  ['trains 2 hours late', 'trains 2 hours late', null],
  ['電車が2時間遅れ', '電車が2時間遅れ', null],
  ['台風10号', '台風10号', null],
  ['line 16', 'line 16', null],
  ['until further notice', 'until further notice', null],
  ['typhoon for 25:00', 'typhoon for 25:00', null],
])('%s', (text, rest, openFor) => {
  expect(takeOpenFor(text)).toEqual({ rest, openFor });
});
