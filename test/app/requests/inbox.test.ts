import { encodeButton } from '../../../src/app/requests/button';
import { createTeam } from '../../../src/app/teams/own-team';
import { LOCALES } from '../../../src/domain/people/person';
import type { Reply } from '../../../src/ports/inbox';
import { aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

const CORE_DAY = '2018-07-24';
const admin = { admin: true };
const ann = aPerson('p1');

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team(people(3));
  await bot.store.campaigns.save(aCampaign([CORE_DAY, '2018-07-25'], [CORE_DAY]));
});
afterEach(() => bot.close());

async function everything(): Promise<string> {
  const teams = await bot.store.teams.list(ORG);
  const campaigns = await bot.store.campaigns.list(ORG);
  const answers = await bot.store.answers.list(ORG, ann.id, '2018-01-01', '2030-01-01');
  return JSON.stringify([teams, campaigns, answers, (await bot.store.people.get(ORG, ann.id))?.preferences]);
}

describe('what cannot be done is refused, and changes nothing', () => {
  test.each([
    ['frobnicate'],
    ['home on 2026-02-30'],
    ['home on 2018-07-27..2018-07-23'],
    ['home on 2018-07-20'],
    ['home on 2018-07-28'],
    ['home on 2030-07-22'],
    ['home 25:00'],
    ['setup window=10:30-07:00'],
    ['setup window=07:00-07:00'],
    ['setup tz=Mars/Olympus'],
    ['setup country=XX'],
    ['setup lang=klingon'],
    ['setup colour=blue'],
    ['setup names=on window=9'],
    ['campaign new "Summer" 2018-08-06..2018-08-10 core=2018-08-20'],
    ['campaign new "Summer" 2018-08-06..2018-08-12 core=2018-08-11'],
    ['campaign new "Weekend" 2018-08-04..2018-08-05'],
    ['campaign new "Summer" 2018-08-10..2018-08-06'],
    ['campaign use telework-days-1999'],
    ['campaign add-day 2018-07-24'],
    ['campaign add-day 2018-08-11'],
    ['campaign remove-day 2018-07-26'],
    ['campaign end "No such campaign"'],
    ['week mon=flying'],
    ['week someday=home'],
    ['clear'],
    ['language xx'],
    [`home ${'x'.repeat(10_000)}`],
    ['home\u0000'],
    ['home \u202eemoh'],
    ['drill \u202Ex'],
  ])('%s', async (text) => {
    await bot.says(ann, 'me', admin);
    const before = await everything();
    const reply = await bot.says(ann, text, admin);
    expect([text.slice(0, 40), reply.refused, reply.card.tone]).toEqual([text.slice(0, 40), true, 'refusal']);
    expect(reply.card.summary.length).toBeLessThan(1_000);
    expect(await everything()).toBe(before);
    expect(bot.complaints).toEqual([]);
  });
});

test('files are on the pages: a word for them leads there', async () => {
  for (const text of ['export', 'エクスポート', '导出', '匯出'])
    expect((await bot.says(ann, text)).card.parts.map(({ kind }) => kind)).toContain('link');
});

test.each(['設定', 'settings', '设置', '設定は?'])(
  '%s opens the panel of a member, and the settings of a team for administrators',
  async (text) => {
    expect(await bot.says(ann, text)).toEqual({ ...(await bot.says(ann, 'me')), refused: false });
    expect((await bot.says(ann, text, admin)).card.summary).toContain('Settings: General affairs');
  },
);

test.each([
  ['frobnicate', ['me', 'help']],
  ['how is the weather', ['me', 'help']],
  ['home except wednesday', ['me', 'help']],
  ['home if it rains', ['answer']],
  ['hmoe', ['answer']],
  ['home last monday', ['me', 'help']],
  ['week mon=flying', ['me', 'help']],
  ['language xx', ['me', 'help']],
  ['佐藤さんは在宅です', ['answer']],
])('%s is refused with buttons for oneself', async (text, kinds) => {
  const { card, refused } = await bot.says(ann, text);
  const pressed = card.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  expect([refused, ...new Set(pressed.map(({ action }) => action?.split('|')[0]))]).toEqual([true, ...kinds]);
});

describe('setting up', () => {
  test.each([
    ['setup names=on'],
    ['campaign list'],
    ['campaign use next-week'],
    ['campaign new "x" 2018-08-06..2018-08-10'],
    ['campaign end'],
    ['poll now'],
    ['drill typhoon'],
  ])('%s needs the role', async (text) => {
    const before = await everything();
    expect((await bot.says(ann, text)).refused).toBe(true);
    expect(await everything()).toBe(before);
    expect((await bot.says(ann, text, admin)).refused).toBe(false);
  });

  test('in a place without a team makes one, for an administrator alone', async () => {
    const elsewhere = { place: 'other', placeName: 'Sales' };
    bot.chat.people.set('other', people(2));
    expect((await bot.says(ann, 'home', elsewhere)).refused).toBe(true);
    expect((await bot.says(ann, 'setup lang=ja', { ...elsewhere, ...admin })).refused).toBe(false);
    const team = await bot.store.teams.at(ORG, 'other');
    expect(team).toMatchObject({ name: 'Sales', settings: { language: 'ja' } });
    expect(await bot.store.people.roster(ORG, team?.id ?? '')).toHaveLength(2);
  });

  test('changes all the settings named, or none', async () => {
    const reply = await bot.says(ann, 'setup window=08:00-09:30 names=on lang=ja remind=off', admin);
    expect(reply.refused).toBe(false);
    const [team] = await bot.store.teams.list(ORG);
    expect(team?.settings).toMatchObject({
      window: { from: '08:00', until: '09:30' },
      names: true,
      language: 'ja',
      remind: null,
    });
  });

  test('a preset that runs already is no mistake', async () => {
    for (const name of ['telework-days-2018', '"Telework Days 2018"']) {
      expect((await bot.says(ann, `campaign use ${name}`, admin)).refused).toBe(false);
      expect((await bot.presses(ann, 'campaign-use|telework-days-2018|start', admin)).refused).toBe(false);
    }
    expect(await bot.store.campaigns.list(ORG)).toHaveLength(2);
  });
});

describe('a day declared at short notice', () => {
  test('is polled at once, until the usual end of the window', async () => {
    await bot.at('2018-07-23T06:10:00+09:00');
    expect((await bot.says(ann, 'drill Typhoon Jongdari', admin)).refused).toBe(false);
    expect(await bot.store.polls.get(ORG, 'id1', '2018-07-23')).toMatchObject({
      window: { from: '06:10', until: '10:30' },
      drill: { reason: 'Typhoon Jongdari' },
    });
    expect(bot.chat.in(PLACE).at(-1)?.card.summary).toContain('Typhoon Jongdari');
    await bot.at('2018-07-23T10:30:00+09:00');
    expect(bot.chat.in(PLACE).some(({ key }) => key.includes('/close/'))).toBe(true);
  });

  test('takes the place of a poll that is open, and says so in the channel, once', async () => {
    await bot.says(ann, 'poll now', admin);
    const before = bot.chat.in(PLACE).length;
    expect((await bot.says(ann, 'drill Typhoon', admin)).refused).toBe(false);
    expect((await bot.says(ann, 'drill Typhoon', admin)).refused).toBe(true);
    await bot.core.refresh.settle();
    expect((await bot.store.polls.get(ORG, 'id1', '2018-07-23'))?.drill).toEqual({ reason: 'Typhoon' });
    expect(bot.chat.in(PLACE)).toHaveLength(before + 1);
    expect(bot.chat.in(PLACE).filter(({ card }) => card.summary.includes('Typhoon'))).toHaveLength(1);
    expect(bot.chat.in(PLACE).at(-2)).toMatchObject({
      edits: 1,
      card: { summary: expect.stringContaining('newer poll') },
    });
  });

  test('shortly before the end of the window leaves an hour to answer', async () => {
    await bot.at('2018-07-23T10:29:30+09:00');
    await bot.says(ann, 'poll now', admin);
    expect((await bot.store.polls.get(ORG, 'id1', '2018-07-23'))?.window).toEqual({
      from: '10:29',
      until: '11:29',
    });
  });

  test('in the afternoon is open for an hour', async () => {
    await bot.says(ann, 'poll now', admin);
    const poll = await bot.store.polls.get(ORG, 'id1', '2018-07-23');
    expect(poll?.window).toEqual({ from: '12:00', until: '13:00' });
  });

  test('is refused at the end of the day, and on a holiday without a reason to declare it', async () => {
    bot.moveClock('2018-07-28T08:00:00+09:00');
    expect((await bot.says(ann, 'poll now', admin)).refused).toBe(true);
    bot.moveClock('2018-07-26T23:50:00+09:00');
    expect((await bot.says(ann, 'drill', admin)).refused).toBe(true);
  });
});

describe('buttons', () => {
  const home = (team: string, day = CORE_DAY) =>
    encodeButton({ kind: 'answer', team, day, style: 'home', arrival: null });

  test.each([
    ['nonsense', 'nonsense'],
    ['an unknown team', home('no-team')],
    ['a day gone by', home('id1', '2018-07-20')],
    ['a day that does not exist', 'answer|id1|2018-02-30|home|'],
    ['a style that does not exist', 'answer|id1|2018-07-24|flying|'],
    ['an undo of nothing', encodeButton({ kind: 'undo', team: 'id1', day: CORE_DAY, seq: 99 })],
  ])('for %s are refused', async (_name, action) => {
    const reply = await bot.presses(ann, action);
    expect(reply.refused).toBe(true);
    expect(await bot.store.answers.list(ORG, ann.id, '2018-01-01', '2019-01-01')).toEqual([]);
  });

  test('of another organisation’s poll are refused', async () => {
    const reply = await bot.presses(ann, home('id1'), { org: 'other-org' });
    expect(reply.refused).toBe(true);
    expect(await bot.store.answers.get('other-org', ann.id, CORE_DAY)).toBeNull();
  });

  test('of a team one is not in are refused outside its channel', async () => {
    const stranger = aPerson('stranger');
    expect((await bot.presses(stranger, home('id1'), { place: null })).refused).toBe(true);
    expect((await bot.presses(stranger, home('id1'))).refused).toBe(false);
  });

  test('undo puts back what stood before, once', async () => {
    await bot.at('2018-07-24T07:00:00+09:00');
    await bot.presses(
      ann,
      encodeButton({ kind: 'answer', team: 'id1', day: CORE_DAY, style: 'office', arrival: null }),
    );
    const reply = await bot.presses(ann, home('id1'));
    const undo = actionsOf(reply).find((action) => action.startsWith('undo|')) ?? '';
    expect((await bot.presses(ann, undo)).card.summary).toBe(
      'Undone: Tue 24 July\nYour answer is In the office again.',
    );
    expect((await bot.store.answers.get(ORG, ann.id, CORE_DAY))?.style).toBe('office');
    expect((await bot.presses(ann, undo)).refused).toBe(true);
  });

  test('off-peak asks for the arrival, one tap away', async () => {
    await bot.at('2018-07-24T07:00:00+09:00');
    const off = encodeButton({
      kind: 'answer',
      team: 'id1',
      day: CORE_DAY,
      style: 'off-peak',
      arrival: null,
    });
    const times = actionsOf(await bot.presses(ann, off)).filter((action) => action.startsWith('answer|'));
    expect(times.length).toBeGreaterThanOrEqual(3);
    await bot.presses(ann, times[0] ?? '');
    expect((await bot.store.answers.get(ORG, ann.id, CORE_DAY))?.arrival).toBe('10:30');
  });
});

function actionsOf({ card }: Reply): string[] {
  return card.parts.flatMap((part) =>
    part.kind === 'choices' ? part.choices.map(({ action }) => action) : [],
  );
}

describe('for oneself', () => {
  test('spans leave out weekends and holidays, and say so', async () => {
    const reply = await bot.says(ann, 'home on 2018-07-26..2018-07-31');
    expect(reply.refused).toBe(false);
    const answers = await bot.store.answers.list(ORG, ann.id, '2018-07-01', '2018-08-30');
    expect(answers.map(({ day }) => day)).toEqual(['2018-07-26', '2018-07-27', '2018-07-30', '2018-07-31']);
    expect(reply.card.summary).toContain('28 July');
  });

  test('the default week is kept by words and by form', async () => {
    await bot.says(ann, 'week mon=home fri=off');
    await bot.says(ann, 'week wed=office');
    expect((await bot.store.people.get(ORG, ann.id))?.preferences.week).toEqual({
      mon: { style: 'home', arrival: null },
      wed: { style: 'office', arrival: null },
      fri: 'off',
    });
    await bot.inbox.submit(bot.actor(ann), 'week', { tue: 'mobile', thu: '' });
    expect((await bot.store.people.get(ORG, ann.id))?.preferences.week).toEqual({
      tue: { style: 'mobile', arrival: null },
    });
  });

  test('forms filled in wrongly are refused', async () => {
    const forms: [string, Record<string, string>][] = [
      ['week', { mon: 'flying' }],
      ['campaign', { title: 'Summer', from: '2018-02-30', until: '2018-03-01', core: '' }],
      ['campaign', { title: 'Summer', from: '2018-08-10', until: '2018-08-06', core: '' }],
      ['settings|id1', { from: '10:00', until: '09:00' }],
      ['settings|other', { names: 'on' }],
      ['nonsense', {}],
    ];
    for (const [form, values] of forms) {
      const reply = await bot.inbox.submit(bot.actor(ann, admin), form, values);
      expect([form, reply.refused]).toEqual([form, true]);
    }
  });

  test('the settings of another place’s team cannot be sent from here', async () => {
    bot.chat.people.set('other', people(2));
    await bot.says(ann, 'setup', { place: 'other', placeName: 'Sales', ...admin });
    const other = await bot.store.teams.at(ORG, 'other');
    const actor = bot.actor(ann, admin);
    const reply = await bot.inbox.submit(actor, `settings|${other?.id}`, { names: 'on' });
    expect(reply.refused).toBe(true);
    expect((await bot.store.teams.at(ORG, 'other'))?.settings.names).toBe(false);
    expect((await bot.inbox.submit(actor, 'settings|id1', { names: 'on' })).refused).toBe(false);
  });

  test('an administrator of one place is none in another team, whatever its buttons are pressed for', async () => {
    bot.chat.people.set('other', [ann, ...people(2)]);
    const other = await createTeam(bot.core, { org: ORG, place: 'other', name: 'Sales' });
    await bot.at('2018-07-24T07:00:00+09:00');
    bot.moveClock('2018-07-25T09:00:00+09:00');
    const late = encodeButton({
      kind: 'answer',
      team: other.id,
      day: '2018-07-24',
      style: 'home',
      arrival: null,
    });
    const again = encodeButton({ kind: 'resend', team: other.id, day: '2018-07-24', which: 'failed' });
    for (const action of [late, again]) {
      expect([action, (await bot.presses(ann, action, admin)).refused]).toEqual([action, true]);
      expect((await bot.presses(ann, action, { ...admin, place: 'other' })).refused).toBe(false);
    }
  });

  test('the language chosen is spoken at once, and from then on', async () => {
    for (const locale of LOCALES) {
      expect((await bot.says(ann, `language ${locale}`)).card.locale).toBe(locale);
      expect((await bot.says(ann, 'me')).card.locale).toBe(locale);
    }
  });

  test.each([
    ['in private', null, 1],
    ['where others are, a second time,', PLACE, 2],
  ])('forgetting is asked once more %s and then done', async (_where, place, times) => {
    await bot.says(ann, 'home on 2018-07-25');
    let asked = await bot.says(ann, 'forget-me', { place });
    for (let each = 0; each < times; each += 1) {
      expect(await bot.store.answers.get(ORG, ann.id, '2018-07-25')).not.toBeNull();
      expect(asked).toMatchObject({ confidential: true, refused: false });
      expect(asked.card.summary).toContain(ann.name);
      asked = await bot.presses(ann, actionsOf(asked)[0] ?? '', { place });
    }
    expect(await bot.store.answers.get(ORG, ann.id, '2018-07-25')).toBeNull();
    expect(await bot.store.answers.history(ORG, ann.id, '2018-07-25')).toEqual([]);
  });

  test('a team shows names only where it opted in', async () => {
    await bot.says(ann, 'home on 2018-07-24');
    expect((await bot.says(ann, 'who 2018-07-24')).card.summary).not.toContain('Person p1');
    await bot.says(ann, 'setup names=on', admin);
    // They answered while counts were shown.
    expect((await bot.says(ann, 'who 2018-07-24')).card.summary).not.toContain('Person p1');
    await bot.says(ann, 'home on 2018-07-24');
    expect((await bot.says(ann, 'who 2018-07-24')).card.summary).toContain('Person p1');
  });

  test('a name full of tricks is shown without them', async () => {
    await bot.says(ann, 'setup names=on', admin);
    const trickster = aPerson('p2', { name: 'Eve\u202e\u0000 \n Adams' });
    await bot.says(trickster, 'home on 2018-07-24');
    expect((await bot.says(ann, 'who 2018-07-24')).card.summary).toContain('Eve Adams');
  });
});

test('a fault of the store is a refusal for the person and a log line for the operator', async () => {
  await bot.store.close();
  const reply = await bot.says(ann, 'home on 2018-07-25');
  expect(reply.refused).toBe(true);
  expect(bot.complaints.map(({ level }) => level)).toEqual(['error']);
  expect(JSON.stringify(bot.complaints.map(({ fields }) => fields))).not.toContain('Person p1');
});

test('who asks to be forgotten is forgotten by the platform’s side as well', async () => {
  await bot.presses(ann, encodeButton({ kind: 'forget', person: ann.id, sure: true }));
  expect(bot.chat.calls).toContainEqual({ method: 'forget', key: ann.id, mayHaveBeenSent: false });
  expect(await bot.store.people.get(ORG, ann.id)).toBeNull();
});

test.each([
  ['made for someone else', encodeButton({ kind: 'forget', person: 'p2' })],
  ['made for another person who was sure', encodeButton({ kind: 'forget', person: 'p2', sure: true })],
  ['of the first version, which says nobody', 'forget'],
])('a button to forget that was %s forgets nobody', async (_which, action) => {
  await bot.says(ann, 'home on 2018-07-25');
  const reply = await bot.presses(ann, action);
  expect(reply.refused).toBe(true);
  expect(reply.card.summary).toContain('I didn’t delete anything');
  expect(await bot.store.people.get(ORG, ann.id)).not.toBeNull();
  expect(bot.chat.calls).not.toContainEqual(expect.objectContaining({ method: 'forget' }));
});
