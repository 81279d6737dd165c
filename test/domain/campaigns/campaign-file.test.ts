import { readCampaignFile } from '../../../src/domain/campaigns/campaign-file';
import { planFile } from '../../../src/domain/campaigns/plan-file';
import { isRefusal } from '../../../src/domain/refusal';
import { addDays } from '../../../src/domain/time/calendar';

const YEAR = 2027;
const WHOLE = `# Our campaign
name: Summer telework
names: { ja: 夏のテレワーク }
days: [2027-07-20..2027-07-23, 2027-07-26]
core: 2027-07-21
window: 07:00-10:30
peak: 10:30
target: 60%
category: special
supporting: true
minimum-days: 2
minimum-core-people: 100
measures-effects: true
baseline: 2027-07-05..2027-07-09
headcount: 1200
`;

function read(text: string) {
  const file = readCampaignFile(text, YEAR);
  if (Array.isArray(file)) throw new Error(JSON.stringify(file));
  return file;
}

function planned(text: string, today = '2027-06-01') {
  const calendar = { country: 'JP', closed: [], open: [] };
  return planFile(read(text), { org: 'acme', id: 'c', known: null }, calendar, today);
}

test('a file says everything that a campaign asks', () => {
  expect(planned(WHOLE)).toMatchObject({
    campaign: {
      name: 'Summer telework',
      target: 0.6,
      terms: {
        names: { ja: '夏のテレワーク' },
        window: { from: '07:00', until: '10:30' },
        peakUntil: '10:30',
        category: 'special',
        supporting: true,
        minimumDays: 2,
        minimumCorePeople: 100,
        measuresEffects: true,
        baseline: { from: '2027-07-05', until: '2027-07-09' },
        headcount: 1_200,
      },
    },
  });
  const json = JSON.stringify({ name: 'Summer', days: ['2027-07-20..2027-07-21'], target: 0.5 });
  expect(planned(json)).toMatchObject({ campaign: { name: 'Summer', target: 0.5 } });
});

test('days repeat within their span, and come from a calendar, too', () => {
  const weekly = planned('name: Weekly\ndays: 2027-07-01..2027-07-31\nrepeats: FREQ=WEEKLY;BYDAY=WE');
  const days = isRefusal(weekly) ? [] : weekly.campaign.days.map(({ day }) => day);
  expect(days).toEqual(['2027-07-07', '2027-07-14', '2027-07-21', '2027-07-28']);
  const event = (day: string) =>
    `BEGIN:VEVENT\r\nSUMMARY:Telework\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT\r\n`;
  const calendar = `BEGIN:VCALENDAR\r\n${event('20270721')}${event('20270722')}END:VCALENDAR\r\n`;
  expect(planned(calendar)).toMatchObject({
    campaign: { name: 'Telework', days: [{ day: '2027-07-21' }, { day: '2027-07-22' }] },
  });
});

const DAYS = 'days: 2027-07-20\n';

test.each([
  ['', 'no-value', null],
  ['just a text', 'value', 1],
  [`name: A\n${DAYS}name: B\n`, 'key-twice', 3],
  [`name: &a A\n${DAYS}names: { ja: *a }\n`, 'alias', 3],
  [`name: A\n${DAYS}core: !!binary abcd\n`, 'alias', 3],
  [`name: A\n${DAYS}colour: red\n`, 'unknown-name', 3],
  [`name: A\n${DAYS}__proto__: { x: 1 }\n`, 'unknown-name', 3],
  [`name: A\n${DAYS}constructor: 1\n`, 'unknown-name', 3],
  ['days: 2027-07-20\n', 'no-value', 1],
  ['name: A\n', 'no-value', 1],
  ['name: A\ndays: 2027-02-29\n', 'time', 2],
  ['name: A\ndays: [2027-07-20,\n  2027-07-32]\n', 'time', 3],
  ['name: A\ndays: 2027-07-23..2027-07-20\n', 'value', 2],
  [`name: A\n${DAYS}window: 10:30-07:00\n`, 'value', 3],
  [`name: A\n${DAYS}minimum-days: -1\n`, 'value', 3],
  [`name: A\n${DAYS}minimum-days: two\n`, 'value', 3],
  [`name: A\n${DAYS}supporting: 7\n`, 'value', 3],
  [`name: A\n${DAYS}repeats: FREQ=SECONDLY\n`, 'value', 3],
  [`name: [1, 2]\n${DAYS}`, 'value', 1],
  [`name: A\n${DAYS}target: [\n`, 'syntax', 4],
  [`name: A\n${DAYS}---\nname: B\n${DAYS}`, 'syntax', 3],
  ['['.repeat(60_000), 'deep', 1],
  [`${'- '.repeat(30_000)}a`, 'deep', 1],
  [`name: A\n${'#'.repeat(70_000)}`, 'too-large', null],
  [`name: A\ndays: [${Array.from({ length: 4_000 }, () => '2027-07-20').join(',')}]\n`, 'too-many-days', 2],
  ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270229\r\nEND:VEVENT\r\n', 'calendar-end', 4],
])('%#: a fault is named with its line', (text, what, line) => {
  const started = performance.now();
  const faults = readCampaignFile(text, YEAR);
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(Array.isArray(faults) && faults[0]).toMatchObject({ what, line });
});

const EVENT = 'BEGIN:VEVENT\nSUMMARY:T\n';

test.each([
  [
    `\n\n${EVENT}DTSTART;VALUE=DATE:20270229\nEND:VEVENT`,
    { line: 6, column: 'DTSTART', what: 'time', found: '20270229', right: 'DTSTART;VALUE=DATE:20270228' },
  ],
  [
    `${EVENT}DTSTART:20270720\nRRULE:FREQ=WEEKLY\nEND:VEVENT`,
    { line: 5, column: 'RRULE', what: 'event-repeats', found: 'FREQ=WEEKLY' },
  ],
  [`${EVENT}END:VEVENT`, { line: 2, what: 'event-day' }],
  [
    `${EVENT}DTSTART:20270720\nwrong\nEND:VEVENT`,
    { line: 5, column: null, what: 'calendar-line', found: 'wrong' },
  ],
  [
    `${EVENT}DTSTART:20270101\nDTEND:20270601\nEND:VEVENT`,
    { line: 5, column: 'DTEND', what: 'event-long', found: '20270601', right: 60 },
  ],
  [
    Array.from({ length: 500 }, (_, day) => {
      const start = addDays('2027-01-01', day).replaceAll('-', '');
      return `${EVENT}DTSTART:${start}\nEND:VEVENT`;
    }).join('\n'),
    { line: null, what: 'too-many-days', right: 366 },
  ],
])('%#: a fault of a calendar is told as what it is', (events, fault) => {
  const lead = /^\n*/u.exec(events)?.[0] ?? '';
  const text = `${lead}BEGIN:VCALENDAR\n${events.trimStart()}\nEND:VCALENDAR`;
  expect(readCampaignFile(text, YEAR)).toMatchObject([fault]);
});

test('every fault of the fields is named, with what would be right', () => {
  expect(readCampaignFile('days: yes\ncore: no\npeak: 25:00\n', YEAR)).toMatchObject([
    { line: 1, column: 'name', what: 'no-value', right: { example: 'campaign-name' } },
    { line: 1, column: 'days', what: 'value', found: 'yes' },
    { line: 2, column: 'core', what: 'value', found: 'no' },
    { line: 3, column: 'peak', what: 'value', found: '25:00', right: '10:30' },
  ]);
});

test.each([
  ['a core day outside', 'core: 2027-07-30', 'core-outside', 3],
  ['a core day on a holiday', 'core: [2027-07-21,\n  2027-07-19]', 'not-working-day', 4],
  ['a target over all', 'target: 130%', 'bad-setting', 3],
  ['a year of days too many', 'core: 2027-07-21\n', null, null],
])('%s is named with its line', (_, more, refusal, line) => {
  const result = planned(`name: A\ndays: 2027-07-19..2027-07-23\n${more}\n`);
  if (refusal === null) expect(isRefusal(result)).toBe(false);
  else expect(result).toMatchObject({ refusal, values: { line } });
});

test.each([
  ['name: A\ndays: 0001-01-01..9999-12-31\n', 'too-many-days'],
  ['name: A\ndays: 2026-07-20..2026-07-24\n', 'past-day'],
])('%j is refused', (text, refusal) => {
  expect(planned(text)).toMatchObject({ refusal, values: { line: 2 } });
});

test.each([
  ['minimum-core-people: 10', 'no-core-day', { line: 3, example: '2027-07-20' }],
  ['minimum-days: 30', 'too-few-days', { line: 3, example: '4' }],
  ['core: 2027-07-21\nminimum-core-people: 100\nheadcount: 30', 'too-few-people', { line: 4, example: '30' }],
  ['baseline: 2027-07-01..2027-07-20', 'baseline-inside', { line: 3, example: '2027-07-05..2027-07-09' }],
  ['window: 07:00-10:30\npeak: 06:30', 'peak-before-window', { line: 4, example: '10:30' }],
])('%j asks what nobody can meet, and is refused with what would be right', (more, refusal, values) => {
  expect(planned(`name: A\ndays: 2027-07-20..2027-07-23\n${more}\n`)).toMatchObject({ refusal, values });
});

test('every condition that cannot be met is named at once', () => {
  const refused = planned(
    'name: A\ndays: 2027-07-20\nminimum-days: 2\nminimum-core-people: 3\nheadcount: 2\n',
  );
  expect(
    isRefusal(refused) && refused.fields?.map(({ field, refusal }) => [field, refusal.values.line]),
  ).toEqual([
    ['core', 4],
    ['minimum-days', 3],
    ['minimum-core-people', 4],
  ]);
});

test.each([
  ['days: 2027-02-29', '2027-02-28'],
  ['days: 2027-07-23..2027-07-20', '2027-07-20..2027-07-23'],
  ['window: 10:30-07:00', '07:00-10:30'],
  ['minimum-days: -2', '2'],
  ['headcount: 12.5', '13'],
])('of %j the probable value is shown', (line, right) => {
  const text = line.startsWith('days') ? `name: A\n${line}` : `name: A\n${DAYS}${line}`;
  expect(readCampaignFile(text, YEAR)).toMatchObject([{ right }]);
});
