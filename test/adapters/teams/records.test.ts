import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTeamsMemory, type PlaceRecord } from '../../../adapters/teams/records';
import { openStore } from '../../../src/store';
import type { Store } from '../../../src/store/store';

/* Two processes, each with its own cache, on one memory. */

const PLACE: PlaceRecord = {
  ...{ serviceUrl: 'https://smba.example/', team: null, name: null },
  ...{ posted: false, installers: [], few: [], shared: false },
};

let folder = '';
let store: Store;
let now = 1_000_000;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telework-'));
  store = await openStore({ file: join(folder, 'telework.db'), now: () => now });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = () =>
  createTeamsMemory(
    { memory: store.memory('teams'), forgottenAmong: store.people.forgottenAmong },
    { now: () => now },
  ).places;

test('the change of another process is seen within a minute', async () => {
  const [one, other] = [open(), open()];
  expect(await other.get('t/p')).toBeNull();
  await one.update('t/p', () => PLACE);
  now += 60_000;
  expect(await other.get('t/p')).toEqual(PLACE);
});

test('an update keeps what another process has written since', async () => {
  const [one, other] = [open(), open()];
  await one.update('t/p', () => PLACE);
  await other.get('t/p');
  await one.update('t/p', (before) => ({ ...(before ?? PLACE), posted: true }));
  await other.update('t/p', (before) => ({ ...(before ?? PLACE), installers: ['ann'] }));
  now += 60_000;
  expect(await one.get('t/p')).toEqual({ ...PLACE, posted: true, installers: ['ann'] });
});

test('concurrent updates of one process are all made', async () => {
  const places = open();
  const add = (name: string) =>
    places.update('t/p', (before) => ({
      ...(before ?? PLACE),
      installers: [...(before?.installers ?? []), name],
    }));
  await Promise.all(['a', 'b', 'c'].map(add));
  expect((await places.get('t/p'))?.installers).toEqual(['a', 'b', 'c']);
});
