import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/store';
import {
  aCampaign,
  aPerson,
  aPoll,
  aTeam,
  aVote,
  choice,
  DAY,
  ENDS,
  OPENS,
  ORG,
  scheduled,
  TEAM,
} from '../contracts/store/harness';
import { dumpDatabase } from '../support/dump';
import { makeFolder } from '../support/folder';

test('who is forgotten is not in the bytes of the file either', async () => {
  const folder = makeFolder();
  const file = join(folder, 'telework.db');
  const store = await openStore({ file, now: () => OPENS });
  const others = Array.from({ length: 50 }, (_, index) => `other${index}`);
  const people = [...others, 'U-forgotten'];
  const persons = people.map((id) => aPerson(id, { name: `Name of ${id}` }));
  await store.people.setRoster(ORG, TEAM, persons);
  for (const day of ['2018-07-23', DAY]) {
    await store.polls.open(aPoll({ day }), scheduled(...people), OPENS);
    for (const person of people) await store.answers.record(aVote(person, { day }));
  }
  await store.people.forget(ORG, 'U-forgotten', OPENS);
  await store.close();
  const bytes = readFileSync(file);
  expect(bytes.includes('other7')).toBe(true);
  expect(bytes.includes('U-forgotten')).toBe(false);
  rmSync(folder, { recursive: true });
});

test('no earlier count of a campaign is left to tell what a forgotten person answered', async () => {
  const folder = makeFolder();
  const file = join(folder, 'telework.db');
  const store = await openStore({ file, now: () => OPENS });
  await store.teams.create(aTeam());
  await store.campaigns.save(aCampaign({ days: [{ day: DAY, core: true }] }));
  await store.polls.open(aPoll(), scheduled('a', 'b'), OPENS);
  for (const person of ['a', 'b']) await store.answers.record(aVote(person));
  await store.books.closeDay(ORG, DAY, ENDS);
  const correction = aVote('a', { choice: choice('office'), at: ENDS + 1, source: 'admin' });
  await store.books.correct(correction, ENDS + 1);
  const teleworked = () =>
    dumpDatabase(file).flatMap(({ at, value }) => (at === 'campaign_people.teleworked' ? [value] : []));
  expect(teleworked().sort()).toEqual(['1', '1', '2', '2']);
  await store.people.forget(ORG, 'a', ENDS + 2);
  expect(teleworked().filter((count) => count === '2')).toEqual([]);
  expect(await store.books.people(ORG, 'td', [DAY])).toEqual({ teleworked: 1, tookPart: 2 });
  await store.close();
  rmSync(folder, { recursive: true });
});
