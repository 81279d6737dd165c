import { keepCampaign } from '../../../src/app/campaigns/import-campaign';
import { type ActorChange, aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const admin: ActorChange = { admin: true };
const boss = aPerson('p1');
const FILE = 'name: Summer\ndays: 2018-07-24..2018-07-27\ncore: 2018-07-25\nminimum-days: 2\n';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(3));
});
afterEach(() => bot.close());

const send = (text: string, change = admin) =>
  bot.inbox.submit(bot.actor(boss, change), 'campaign-import', { text });

test('a file starts a campaign, the same file changes nothing, another one changes it', async () => {
  expect((await bot.says(boss, 'campaign import', admin)).card.summary).toContain('Campaign from a file');
  expect((await send(FILE)).card.summary).toContain('Campaign started: Summer');
  const [first, ...others] = await bot.store.campaigns.list(ORG);
  expect(others).toEqual([]);
  await bot.at('2018-07-25T12:00:00+09:00');
  expect((await send(FILE)).card.summary).toContain('Nothing changed');
  expect(await bot.store.campaigns.list(ORG)).toEqual([first]);
  const changed = await send(FILE.replace('07-27', '07-26').replace('days: 2\n', 'days: 1\n'));
  expect(changed.card.summary).toContain('Campaign changed: Summer');
  const [after] = await bot.store.campaigns.list(ORG);
  expect(after?.days.map(({ day }) => day)).toEqual(['2018-07-24', '2018-07-25', '2018-07-26']);
  expect(after?.terms?.minimumDays).toBe(1);
  expect((await bot.store.audit.list(ORG, null, 1))[0]?.intent).toBe('campaign-import');
});

test('the operator starts, changes and keeps the campaign of a file', async () => {
  const planning = { org: ORG, calendar: { country: 'JP', closed: [], open: [] }, today: '2018-07-23' };
  const keep = (text: string) => keepCampaign(bot.store, planning, text);
  expect(await keep(FILE)).toMatchObject({ change: 'started', campaign: { name: 'Summer' } });
  expect(await keep(FILE)).toMatchObject({ change: 'unchanged' });
  expect(await keep(FILE.replace('07-27', '07-26'))).toMatchObject({
    change: 'changed',
    campaign: { days: { length: 3 } },
  });
  expect(await keep(FILE.replace('days: 2\n', 'days: 9\n'))).toMatchObject({ refusal: 'too-few-days' });
});

test('a file with a fault, or of another person, changes nothing', async () => {
  const faulty = await send(`${FILE}colour: red\n`);
  expect(faulty.refused).toBe(true);
  expect(faulty.card.summary).toContain('Line 5');
  const outside = await send(FILE.replace('core: 2018-07-25', 'core: 2018-08-25'));
  expect(outside.card.summary).toContain('Line 3: ');
  expect(outside.card.summary).toContain('For example: core: 2018-07-24');
  const past = await send('name: Past\ndays: 2018-07-02..2018-07-06\n');
  expect(past.card.summary).toContain('For example: days: 2027-07-19..2027-07-23');
  expect((await send(FILE, { admin: true, orgAdmin: false })).refused).toBe(true);
  expect(await bot.store.campaigns.list(ORG)).toEqual([]);
});

test('a file named like a campaign that is over makes another one', async () => {
  await send(FILE);
  await bot.at('2018-08-06T12:00:00+09:00');
  const summary = (await send(FILE.replaceAll(/2018-07-2(\d)/gu, '2018-08-1$1'))).card.summary;
  expect(summary).toContain('Campaign started: Summer');
  const days = (await bot.store.campaigns.list(ORG)).map((one) => one.days.map(({ day }) => day));
  expect(days.map((one) => [one[0], one.at(-1)])).toEqual([
    ['2018-07-24', '2018-07-27'],
    ['2018-08-14', '2018-08-17'],
  ]);
  const extended = (await send(FILE.replace('07-27', '08-24').replace(/core.*\n/u, ''))).card.summary;
  expect(extended).toContain('Campaign changed: Summer');
  expect(await bot.store.campaigns.get(ORG, 'own-2018-07-24-summer')).toMatchObject({ days: { length: 4 } });
});

test('what the operator changes in days that are announced or polled follows within a minute, as by command', async () => {
  const file = (days: string, hours = '07:00-10:30') => `name: Summer\ndays: ${days}\nwindow: ${hours}\n`;
  const planning = { org: ORG, calendar: { country: 'JP', closed: [], open: [] } };
  const keep = (text: string, today: string) => keepCampaign(bot.store, { ...planning, today }, text);
  const summaries = () => bot.chat.in(PLACE).map(({ card }) => card.summary);
  await bot.at('2018-07-24T08:00:00+09:00');
  await keep(file('2018-07-31..2018-08-03'), '2018-07-24');
  await bot.at('2018-07-24T09:00:00+09:00');
  const [announced = ''] = summaries();
  expect(announced).toContain('07:00');
  await keep(file('2018-07-31..2018-08-01', '08:00-09:30'), '2018-07-24');
  await bot.at('2018-07-24T09:01:00+09:00');
  const [edited = ''] = summaries();
  expect(edited).toContain('08:00');
  expect(edited).not.toContain('Thu 2 August');
  await bot.at('2018-07-31T08:00:00+09:00');
  await keep(file('2018-08-01', '08:00-09:30'), '2018-07-31');
  await bot.at('2018-07-31T08:01:00+09:00');
  expect(summaries()[1]).toContain('no longer part of the campaign');
});

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:X', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\n');
const rows = (...lines: string[]) => ['日付,件数', ...lines].join('\n');

/** Form, text, where the fault is, and what would be right. */
const HOSTILE: [
  form: 'campaign-import' | 'activity' | 'effects',
  text: string,
  where: string,
  right: string,
][] = [
  ['campaign-import', 'name: X\ndays: 2019-02-29', '2行目の列「days」', '2019-02-28'],
  ['campaign-import', 'name: X\ndays: 1900-01-01..1900-01-05', '2行目', '本日以降の日付'],
  ['campaign-import', 'name: X\ndays: 2018-08-01..2029-05-01', '2行目', '366日まで'],
  ['campaign-import', 'name: X\ndays: 2018-08-06..2018-08-10\ncore: 2018-08-13', '3行目', 'core: 2018-08-06'],
  ['campaign-import', 'name: X\ndays: 2018-09-14..2018-09-18\ncore: 2018-09-17', '3行目', 'core: 2018-09-14'],
  ['campaign-import', 'a: &a [x]\nb: *a\nname: X\ndays: 2018-08-06', '2行目', '値をそのまま'],
  ['campaign-import', 'name: !!js/function x\ndays: 2018-08-06', '1行目', '値をそのまま'],
  ['campaign-import', `name: X\ndays: ${'['.repeat(5_000)}`, '2行目', '{name: 夏の'],
  ['campaign-import', 'name: X\nname: Y\ndays: 2018-08-06', '2行目', 'どちらかを削除'],
  ['campaign-import', 'name: X\ndays: 2018-08-06\nheadcount: 1e99', '3行目の列「headcount」', '1200'],
  ['campaign-import', 'name: X\ndays: 2018-08-06\nminimum-days: -3', '3行目の列「minimum-days」', '例：3'],
  ['campaign-import', `name: ${'x'.repeat(500)}\ndays: 2018-08-06`, '1行目の列「name」', '夏の'],
  ['campaign-import', 'x'.repeat(70_000), '', '65,536'],
  ['campaign-import', 'name: X\ndays: 2018-08-10..2018-08-06', '2行目', '2018-08-06..2018-08-10'],
  ['campaign-import', calendar('DTSTART;VALUE=DATE:20190229'), '4行目の列「DTSTART」', '20190228'],
  [
    'campaign-import',
    calendar('DTSTART;VALUE=DATE:20180806', 'RRULE:FREQ=DAILY'),
    '5行目の列「RRULE」',
    'FREQ=WEEKLY',
  ],
  ['campaign-import', calendar('DTSTART;VALUE=DATE:19000101'), '4行目', 'DTSTART;VALUE=DATE:2027'],
  ['campaign-import', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:X', '3行目', 'END:VCALENDAR'],
  ['activity', rows('2019-02-29,5'), '2行目の列「日付」', '2018-07-24 09:00'],
  ['activity', rows('2018-07-02,-5'), '2行目の列「件数」', '例：120'],
  ['activity', rows('2018-07-02,=1+1'), '2行目の列「件数」', '例：120'],
  ['activity', rows('2018-07-02,1e400'), '2行目の列「件数」', '例：120'],
  ['activity', rows('2018-07-02,5', '2018-07-02,6'), '3行目の列「日付」', '2行目にも'],
  ['activity', rows('"2018-07-02,5'), '2行目', '"a ""b"" c"'],
  ['activity', rows('2018-07-02,5,6'), '2行目', '2'],
  ['activity', '年,台\n2018,5', '1行目', '日付,件数 / 2018-07-24,1200'],
  ['activity', '日付,件数', '', '日付,件数 / 2018-07-24,1200'],
  ['effects', '指標,部署,基準,実績\n残業,,120,x', '2行目の列「部署」', '営業部'],
  ['effects', '部署,基準,実績\n営業部,1,2', '1行目', '指標,部署,基準,実績 / 残業,営業部,120,66'],
];

test.each(HOSTILE)(
  '%s %j is answered with the place and with what would be right',
  async (form, text, where, right) => {
    await bot.store.campaigns.save(aCampaign(['2018-07-24']));
    const everything = async () => [
      await bot.store.campaigns.list(ORG),
      await bot.store.activity.sources(ORG),
      await bot.store.effects.get(ORG, 'campaign'),
    ];
    const before = await everything();
    const japanese = { ...boss, locale: 'ja' as const };
    const values = form === 'campaign-import' ? { text } : { source: 'vpn', metric: '', rows: text };
    const { card, refused } = await bot.inbox.submit(bot.actor(japanese, admin), form, values);
    expect(refused).toBe(true);
    expect(card.summary).toContain(where);
    expect(card.summary).toContain(right);
    expect(await everything()).toEqual(before);
  },
);
