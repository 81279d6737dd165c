import { DEFAULT_WINDOW } from '../../../src/domain/time/window';
import { aPoll } from '../../contracts/store/harness';
import { OfficePages, ORG, person, TEAM } from '../../support/office-pages';
import { aTeam } from '../../support/sample-data';

/* What the organisation's administrators do on the pages. */

const SECOND = 'second';
const pages = new OfficePages();
let [admin, key] = ['', ''];
beforeAll(async () => {
  await pages.open();
  await pages.store.teams.create(aTeam({}, { org: ORG, id: SECOND, place: 'p2', name: '=SUM(A1)' }));
});
beforeEach(async () => {
  pages.standAsUsual();
  admin = await pages.signIn('ann');
  key = await pages.keyOf(admin);
});
afterAll(() => pages.close());

const settingsOf = async (team: string) => (await pages.store.teams.get(ORG, team))?.settings;

function change(fields: Record<string, string>, teams: readonly string[]) {
  const chosen = teams.map((team): [string, string] => ['team', team]);
  return pages.send('/office/teams', admin, [['key', key], ...chosen, ...Object.entries(fields)]);
}

describe('settings of several teams', () => {
  test('are changed once it was said what changes; empty inputs leave a setting as it is', async () => {
    const fields = { 'f.remind': '90%', 'f.until': '11:00', 'f.announce-day': 'off', 'f.names': '' };
    const before = await settingsOf(TEAM);
    const preview = await change(fields, [TEAM, SECOND]);
    expect(preview.status).toBe(200);
    const shown = await preview.text();
    expect(shown).toContain('Change 2 teams?');
    expect(shown).toContain('after 80% of the poll hours → after 90% of the poll hours');
    expect(await settingsOf(TEAM)).toEqual(before);

    const done = await change({ ...fields, sure: 'yes' }, [TEAM, SECOND]);
    expect(await done.text()).toContain('2 teams changed');
    for (const team of [TEAM, SECOND])
      expect(await settingsOf(team)).toEqual({
        ...before,
        remind: { share: 0.9 },
        window: { ...DEFAULT_WINDOW, until: '11:00' },
        announce: [7],
      });
    // Each is on the trail, as if it had been done in its channel.
    const trail = await pages.store.audit.list(ORG, null, 9);
    expect(trail.map(({ intent, team }) => [intent, team])).toEqual(
      expect.arrayContaining([
        ['setup', TEAM],
        ['setup', SECOND],
      ]),
    );
    expect(trail).toHaveLength(2);
  });

  test('leave each team its own contact', async () => {
    await pages.store.contacts.set(ORG, TEAM, 'bob', 0);
    await change({ 'f.remind': '70%', sure: 'yes' }, [TEAM]);
    expect((await settingsOf(TEAM))?.remind).toEqual({ share: 0.7 });
    expect(await pages.store.contacts.get(ORG, TEAM)).toBe('bob');
  });

  test('stay as they are where a value is wrong, and the page shows it at its input', async () => {
    const before = await settingsOf(TEAM);
    const page = await change({ 'f.commute': 'an hour', sure: 'yes' }, [TEAM, SECOND]);
    const preview = await change({ 'f.commute': 'an hour' }, [TEAM, SECOND]);
    expect(preview.status).toBe(422);
    expect(await preview.text()).toMatch(/id="teams-field-commute"[^>]*aria-invalid="true"/u);
    expect(await page.text()).toContain('Nothing changes');
    expect(await settingsOf(TEAM)).toEqual(before);
  });

  test('need a team and a setting, and know only teams of the organisation', async () => {
    await pages.store.teams.create(aTeam({}, { org: 'other', id: 'foreign', name: 'secret' }));
    for (const [fields, teams] of [
      [{ 'f.remind': '70%' }, []],
      [{ 'f.remind': ' ' }, [TEAM]],
    ] as const) {
      const page = await change(fields, teams);
      expect([page.status, (await page.text()).includes('Choose at least one team')]).toEqual([422, true]);
    }
    const page = await (await change({ 'f.remind': '70%', sure: 'yes' }, ['foreign', 'none'])).text();
    expect(page).toContain('Nothing changes');
    expect(page).not.toContain('secret');
    expect((await pages.store.teams.get('other', 'foreign'))?.settings.remind).toEqual({ share: 0.8 });
  });

  test('are not for a member, whatever the form says', async () => {
    const cookie = await pages.signIn('bob');
    const fields = { key: await pages.keyOf(cookie), team: TEAM, 'f.remind': '70%', sure: 'yes' };
    expect((await pages.send('/office/teams', cookie, fields)).status).toBe(403);
    for (const action of ['template', 'template-reset', 'silent-list|on'])
      expect((await pages.send('/office/press', cookie, { ...fields, action })).status).toBe(422);
  });
});

test('new teams begin with what the organisation set for them, and others stay', async () => {
  const page = await (await pages.ask('/office/teams', { cookie: admin })).text();
  const form = /name="form" value="(template\|[^"]*)"/.exec(page)?.[1] ?? '';
  const there = await settingsOf(SECOND);
  const saved = await pages.send('/office/submit', admin, {
    ...{ key, form, 'f.remind': 'off', 'f.polls': 'workdays' },
  });
  const shown = await saved.text();
  expect(shown).toContain('Saved. Changed: Reminders, Polls');
  expect(shown).toContain('Different from the standard settings: Reminders, Polls');
  expect((await pages.core.structures.get(ORG)).template).toEqual({ remind: null, polls: 'workdays' });
  expect(await settingsOf(SECOND)).toEqual(there);
  const reset = await pages.send('/office/press', admin, { key, action: 'template-reset' });
  expect(await reset.text()).toContain('New teams start with the standard settings.');
  expect((await pages.core.structures.get(ORG)).template).toBeUndefined();
});

test('the teams and their departments are a file that the import takes', async () => {
  await pages.core.structures.change(ORG, (now) => ({
    ...now,
    departments: [{ id: 'd', name: 'Sales', teams: [TEAM] }],
  }));
  const file = await pages.ask('/office/departments.csv', { cookie: admin });
  expect(await file.text()).toBe("Team,Department\n#sales <b>,Sales\n'=SUM(A1),\n");
  await pages.core.structures.change(ORG, (now) => ({ ...now, departments: [] }));
});

describe('people', () => {
  const read = async () => (await pages.ask('/office/people', { cookie: admin })).text();

  beforeAll(async () => {
    const { polls, ledger } = pages.store;
    for (const day of ['2018-07-19', '2018-07-20']) {
      const members = ['bob', 'cat'].map((id) => ({ person: id, scheduled: true, usual: null }));
      await polls.open({ ...aPoll(), org: ORG, team: TEAM, day }, members, 0);
    }
    const task = {
      kind: 'reminder',
      org: ORG,
      team: '',
      day: '2018-07-20',
      person: 'cat',
      channel: 'first',
    } as const;
    await ledger.claim(task, 1_000);
    await ledger.finish(task, 1, { state: 'failed', reason: 'forbidden' });
  });

  test('are listed as silent only where the organisation said so, and each can read that', async () => {
    expect(await read()).not.toContain('bob &lt;i>');
    expect(await (await pages.ask('/office/people.csv', { cookie: admin })).text()).not.toContain('bob');
    const own = async () => (await pages.ask('/office', { cookie: await pages.signIn('bob') })).text();
    expect(await own()).not.toContain('administrators can see');

    const on = await pages.send('/office/press', admin, { key, action: 'silent-list|on' });
    expect(on.status).toBe(200);
    expect(await read()).toContain('bob &lt;i>');
    expect(await (await pages.ask('/office/people.csv', { cookie: admin })).text()).toContain('bob <i>,2,2,');
    expect(await own()).toContain('administrators can see how long');
    const [entry] = await pages.store.audit.list(ORG, null, 1);
    expect(entry).toMatchObject({ intent: 'silent-list', after: { 'silent-list': 'on' } });

    await pages.send('/office/press', admin, { key, action: 'silent-list|off' });
    expect(await read()).not.toContain('bob &lt;i>');
  });

  test('whom messages do not reach are named with the cure', async () => {
    const page = await read();
    expect(page).toContain('cat &lt;i>');
    expect(page).toContain('Ask them to open a chat with it once.');
  });

  test('of other organisations are not among them', async () => {
    await pages.store.people.setRoster('other', 't', [person('zoe')]);
    expect(await read()).not.toContain('zoe');
  });
});
