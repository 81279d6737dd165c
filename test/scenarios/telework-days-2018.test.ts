import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiMessage, type ApiState, actionOf, type BotProcess, startBot } from '../support/bot-process';

/* Telework Days 2018, from its first announcement to its report, checked from outside through the JSON API alone. */

let folder: string;
let bot: BotProcess;
let admin: string;
let place: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telework-e2e-'));
  bot = await startBot({
    DATA_DIR: folder,
    SIMULATED_NOW: '2018-06-15T08:00:00+09:00',
    SIMULATED_SPEED: '0.001',
  });
  const state = await bot.state();
  admin = state.persons.find((person) => person.admin)?.id ?? '';
  place = state.places[0]?.id ?? '';
});

afterAll(async () => {
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function channel(): Promise<ApiMessage[]> {
  return (await bot.state()).places[0]?.messages ?? [];
}

const about = (messages: readonly ApiMessage[], ...words: string[]) =>
  messages.filter(({ text }) => words.every((word) => text.includes(word)));

const headline = (text: string) => text.split('\n', 1)[0] ?? '';

const plainMembers = (state: ApiState) => state.persons.filter((person) => !person.admin);

test('an administrator starts the campaign; a member may not', async () => {
  const [member] = plainMembers(await bot.state());
  const refused = await bot.says(member?.id ?? '', place, 'campaign use telework-days-2018');
  expect(refused.refused).toBe(true);
  await bot.says(admin, place, 'campaign end');
  const preview = await bot.says(admin, place, 'campaign use "Telework Days 2018"');
  const started = await bot.press(admin, preview.message, 'campaign-use|telework-days-2018|start');
  expect(started.refused).toBe(false);
  expect(started.note).toContain('Telework Days 2018');
});

test('the campaign is announced a week before, and each day on the previous working day', async () => {
  await bot.clock({ now: '2018-07-13T08:59:00+09:00' });
  const before = (await channel()).length;
  await bot.clock({ now: '2018-07-13T09:00:00+09:00' });
  expect((await channel()).length).toBe(before + 1);
  await bot.clock({ now: '2018-07-24T06:59:00+09:00' });
  const messages = await channel();
  expect(about(messages, '24 July', '07:00', '10:30')).toHaveLength(1);
  expect(about(messages, 'Tue 24 July (core day): Telework Day')).toHaveLength(1);
});

test('members answer by hand, early, late and twice; everybody sees exact figures', async () => {
  const state = await bot.state();
  const [one, two, three, four] = plainMembers(state).map(({ id }) => id) as [string, string, string, string];
  const planned = await bot.says(one, place, '/telework home on 2018-07-24');
  expect(planned.refused).toBe(false);
  await bot.clock({ now: '2018-07-24T07:00:00+09:00' });
  const poll = about(await channel(), '24 July').at(-1) as ApiMessage;
  await bot.press(two, poll.id, actionOf(poll, 'office'));
  await bot.press(two, poll.id, actionOf(poll, 'satellite'));
  await bot.press(three, poll.id, actionOf(poll, 'leave'));
  const live = (await channel()).find(({ id }) => id === poll.id) as ApiMessage;
  expect(live.edited).toBe(true);
  expect(live.text).toContain('Response rate: 3 of 24');
  expect(live.text).toContain('Telework: 2 of 24');
  await bot.clock({ advance: 'PT2H48M' });
  const reminded = Object.entries((await bot.state()).directs).filter(([, messages]) =>
    messages.some(({ text }) => text.includes('7月24日') || text.includes('24 July')),
  );
  expect(reminded).toHaveLength(21);
  expect(reminded.map(([person]) => person)).not.toContain(one);
  await bot.clock({ now: '2018-07-24T10:30:00+09:00' });
  await bot.clock({ now: '2018-07-24T11:00:00+09:00' });
  const late = await bot.press(four, poll.id, actionOf(poll, 'mobile'));
  expect(late.refused).toBe(false);
  const closing = (await channel()).at(-1) as ApiMessage;
  expect(closing.edited).toBe(true);
  expect(closing.text).toContain('Telework: 3 of 24');
  expect(closing.text).toContain('No office visit: 4 of 24');
  expect(closing.text).toContain('1 late answer (after 10:30)');
  expect(closing.text).toContain('10:30');
});

test('after midnight nobody answers any more, and nothing was changed', async () => {
  const [member] = plainMembers(await bot.state());
  const poll = about(await channel(), '24 July', 'Response rate').at(0) as ApiMessage;
  const action = actionOf(poll, 'office');
  await bot.clock({ now: '2018-07-25T00:00:00+09:00' });
  const refused = await bot.press(member?.id ?? '', poll.id, action);
  expect(refused.refused).toBe(true);
  const tally = await bot.says(admin, place, 'tally 2018-07-24');
  expect(tally.note).toContain('4 of 24');
});

test('the week ends with a report which keeps people and person-days apart', async () => {
  await bot.clock({ now: '2018-07-30T09:00:00+09:00' });
  const messages = await channel();
  const report = messages.at(-1) as ApiMessage;
  expect(report.text).toContain('Telework Days 2018');
  for (const day of ['23 July', '24 July', '25 July', '26 July', '27 July']) {
    const results = messages.filter(
      ({ text }) => headline(text).includes(day) && / teleworked$|^Result: /.test(headline(text)),
    );
    expect([day, results.length]).toEqual([day, 1]);
  }
  expect(report.text).toContain('3 people');
  expect(report.text).toContain('3 person-days');
  const again = (await channel()).length;
  await bot.clock({ advance: 'P3D' });
  expect((await channel()).length).toBe(again);
});
