import type { Reply } from '../../../src/ports/inbox';
import { type ActorChange, aPerson, type Bot, ORG, openBot } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';
import { wardsFile } from '../../support/wards-file';

/* What administrators of the organisation enter of a campaign: effects, and counts of other systems. */

const ann = aPerson('ann');
const orgAdmin: ActorChange = { admin: true, orgAdmin: true };

let bot: Bot;
beforeAll(async () => {
  bot = await openBot('2018-07-30T08:00:00+09:00');
  await bot.team([ann]);
  await bot.store.campaigns.save(aCampaign(['2018-07-23', '2018-07-24', '2018-07-25']));
});
afterAll(() => bot.close());

function say(line: string, change: ActorChange = orgAdmin): Promise<Reply> {
  return bot.says(ann, line, change);
}

async function summary(line: string): Promise<string> {
  return (await say(line)).card.summary;
}

function submit(form: string, values: Record<string, string>): Promise<Reply> {
  return bot.inbox.submit(bot.actor(ann, orgAdmin), form, values);
}

test('is for administrators of the organisation only', async () => {
  for (const line of [
    'effects',
    'effect overtime Sales 120 66',
    'effect import',
    'activity',
    'activity import',
  ]) {
    const { refused, card } = await say(line, { admin: true, orgAdmin: false });
    expect(refused).toBe(true);
    expect(card.summary).toMatch(/Only admins of the organisation/);
  }
});

test('enters, replaces and takes back a value, with both means by their names, and records it', async () => {
  expect(await summary('effects')).toContain('Nothing entered yet.');
  expect(await summary('effect overtime "Sales" 120 66 h')).toContain(
    'Entered: Overtime (h), Sales: 120 → 66',
  );
  await say('effect overtime Support team 2 1,000 900');
  const gas = await summary('effect gas HQ 100 103');
  expect(gas).toContain('Overtime (h): simple mean −27.5%, weighted mean −13.8%, n = 2');
  expect(gas).toContain('got better');
  expect(gas).toContain('Gas (m³): simple mean +3%, weighted mean +3%, n = 1');
  expect(gas).toContain('got worse');
  expect(await summary('effect overtime sales 120 60')).toContain('It was 120 → 66 before.');
  expect(await summary('effect remove gas')).toContain('Removed: Gas');
  expect(await summary('effect remove gas')).toContain('There’s nothing entered for “gas”');
  const trail = await summary('audit');
  expect(trail).toContain('Effect entered');
  expect(trail).toContain('Sales 120 > 66');
});

test('says what is wrong with a number, and changes nothing', async () => {
  const before = await bot.store.effects.get(ORG, 'campaign');
  for (const [line, said] of [
    ['effect paper HQ 100 13.9%', '“13.9%” is a percentage'],
    ['effect paper HQ -100 13', '“-100” is below zero'],
    ['effect paper HQ 1000000000000 13', 'is too big'],
    ['effect paper HQ 100 NaN', '“NaN” isn’t a number'],
    ['effect paper HQ 100', 'That command is missing something'],
  ] as const)
    expect(await summary(line)).toContain(said);
  expect(await bot.store.effects.get(ORG, 'campaign')).toEqual(before);
});

test('takes the rows of a spreadsheet, all or none; the same rows twice change nothing', async () => {
  const faulty = await submit('effects', { metric: 'paper', rows: 'unit\tbaseline\tcore\nA\t1\t\nB\tx\t2' });
  expect(faulty.card.summary).toContain('There are 2 mistakes in the file, so I didn’t import anything.');
  expect(faulty.card.summary).toContain('Line 2, column “core”: A value is missing.');
  expect(faulty.card.summary).toContain('Line 3, column “baseline”: “x” isn’t a number.');
  const rows = '部署\t基準\t期間中\r\n営業部\t１００\t８６\r\n開発部\t１０\t９';
  const taken = await submit('effects', { metric: 'paper', rows });
  expect(taken.card.summary).toContain('2 rows read; 2 values new or changed.');
  expect(taken.card.summary).toContain('Paper (sheets): simple mean −12%, weighted mean −13.6%, n = 2');
  const again = await submit('effects', { metric: 'paper', rows });
  expect(again.card.summary).toContain('All of these values were there already');
});

test('compares counts with the usual, and says where the baseline is too thin', async () => {
  expect(await summary('activity')).toContain('You haven’t imported any activity yet.');
  const rows = wardsFile({ from: '2018-06-11', until: '2018-07-26', quiet: { '2018-07-24': 2 } });
  const few = rows
    .split('\n')
    .filter((row) => /エリア|江東区/u.test(row))
    .join('\n');
  const taken = await submit('activity', { source: 'Wards', rows: few });
  expect(taken.card.summary).toContain('92 daily counts new or replaced.');
  const again = await submit('activity', { source: 'Wards', rows: few });
  expect(again.card.summary).toContain('All of these counts were there already');
  const core = await summary('activity 24 July');
  expect(core).toMatch(/Wards, 江東区 \/ 来訪者: 2 × the usual: .* n = 6\)/);
  expect(core).toContain('Wards, 江東区 / 住人: 1 × the usual');
  expect(await summary('activity')).toMatch(/来訪者: 1\.3 × the usual over 3 days: .*by day 1 × to 2 ×/);
  const thin = await summary('activity 24 July baseline=9-13 July');
  expect(thin).toContain('I can’t compare Tue 24 July: the baseline has 1 usual Tuesday, and I need 3.');
  expect(await summary('activity 16 July')).toContain(
    'Careful: Mon 16 July is a public holiday (Marine Day)',
  );
  // A series that counts other days says nothing of this one.
  await submit('activity', { source: 'Doors', rows: 'date,count\n2018-07-25,3' });
  expect(await summary('activity 24 July baseline=9-13 July')).toContain(
    'I can’t compare Tue 24 July: the baseline has 1 usual Tuesday',
  );
  expect(await summary('activity 24 July')).not.toContain('I can’t compare');
  expect(await summary('audit')).toContain('Activity imported');
});

test('a campaign that was ended before its first day is not meant, and one that is coming is not compared', async () => {
  const [planned] = await bot.store.campaigns.list(ORG);
  if (planned) await bot.store.campaigns.save({ ...planned, days: [], ended: true });
  await bot.store.campaigns.save(aCampaign(['2018-08-06'], [], { id: 'next', name: 'Next' }));
  expect(await summary('effects')).toContain('Effects: Next');
  expect(await summary('activity')).toContain('“Next” begins on Mon 6 August');
});

test.each([
  ['effect overtime Y 10 x h', '“x”'],
  ['effect overtime Y 10 20 people=5 colour=red', 'For example: /telework effect overtime'],
])('%j is refused with what is wrong and what would be right', async (line, text) => {
  expect(await summary(line)).toContain(text);
});
