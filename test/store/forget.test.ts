import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/store';
import { aPerson, aPoll, aVote, DAY, OPENS, ORG, scheduled, TEAM } from '../contracts/store/harness';
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
