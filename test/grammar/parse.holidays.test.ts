import { isRefusal } from '../../src/domain/refusal';
import { parseIntent } from '../../src/grammar/parse';

const parse = (text: string) => parseIntent(text, { today: '2026-07-01', prefix: '/telework' });
const add = (from: string, until: string, name: string, works = false) => ({
  kind: 'holidays-add',
  days: [{ from, until }],
  name,
  works,
});

test.each([
  ['holidays', { kind: 'holidays' }],
  ['holidays list', { kind: 'holidays' }],
  ['holidays?', { kind: 'holidays' }],
  ['祝日?', { kind: 'holidays' }],
  ['祝日', { kind: 'holidays' }],
  ['节假日', { kind: 'holidays' }],
  ['國定假日', { kind: 'holidays' }],
  ['public holidays add 24 Dec', add('2026-12-24', '2026-12-24', '')],
  ['company holidays add 13-17 Aug Obon', add('2026-08-13', '2026-08-17', 'Obon')],
  [
    'holidays add 13-17 Aug Company summer holiday',
    add('2026-08-13', '2026-08-17', 'Company summer holiday'),
  ],
  ['holidays add Company holiday 13-17 Aug', add('2026-08-13', '2026-08-17', 'Company holiday')],
  ['holidays add 2026-08-13..2026-08-17 "夏季休業"', add('2026-08-13', '2026-08-17', '夏季休業')],
  ['holidays add 24 Dec', add('2026-12-24', '2026-12-24', '')],
  ['休業日 追加 8/13〜8/17 夏季休業', add('2026-08-13', '2026-08-17', '夏季休業')],
  ['holidays work 15 Aug for the move', add('2026-08-15', '2026-08-15', 'for the move', true)],
  ['假日 上班 10月10日', add('2026-10-10', '2026-10-10', '', true)],
  [
    'holidays remove 13-17 Aug',
    { kind: 'holidays-remove', days: [{ from: '2026-08-13', until: '2026-08-17' }] },
  ],
  ['國定假日 刪除 12/24', { kind: 'holidays-remove', days: [{ from: '2026-12-24', until: '2026-12-24' }] }],
])('%j', (text, intent) => {
  expect(parse(text)).toEqual(intent);
});

test.each([
  ['holidays add', 'missing-argument'],
  ['holidays add Summer', 'unknown-date'],
  ['holidays add 31 June Summer', 'impossible-date'],
  ['holidays remove', 'unknown-date'],
  ['holidays remove 13 Aug Summer', 'unknown-date'],
  ['holidays list all', 'unknown-command'],
  ['holidays import https://example.com', 'unknown-command'],
])('%j is refused', (text, refusal) => {
  const found = parse(text);
  expect(isRefusal(found) && found.refusal).toBe(refusal);
});

test.each([
  'public holidays',
  'Public Holidays?',
  'please show holidays',
  'the public holidays',
  'bank holidays',
  'national holidays',
  'list of holidays',
  'holiday calendar',
  '祝日一覧',
  '公休日',
  '国民の祝日',
  '祝祭日は？',
  '国定假日',
  '法定节假日',
  '公众假期',
  '國定假日列表',
])('%j asks for the holidays', (text) => {
  expect(parse(text)).toEqual({ kind: 'holidays' });
});

test('a holiday of one person stays leave', () => {
  expect(parse('holiday on friday')).toMatchObject({ kind: 'answer' });
});

test.each([
  'add every friday',
  'add not 30 Nov',
  'add except 30 Nov',
  'work every saturday',
  'add 毎週金曜',
  'add 除了11月30日',
])('words that say something of the days are no name: holidays %s', (text) => {
  const read = parseIntent(`holidays ${text}`, { today: '2026-11-27', prefix: '' });
  expect(read).toHaveProperty('refusal');
});
