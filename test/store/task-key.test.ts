import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { LedgerWork, TaskKey } from '../../src/ports/store/ledger';
import { openSqlite } from '../../src/store/sqlite/open';
import { createStore } from '../../src/store/store';
import { postIdOf, rowKeyOf, taskKeyOf } from '../../src/store/task-key';

const OF = { org: 'slack:T1', team: 'team', day: '2018-07-24', channel: 'first' } as const;
const second = { channel: 'second' } as const;

/** Rows as databases hold them, and what they mean. The texts must never change. */
const ROWS: [kind: LedgerWork['kind'], subject: string, key: TaskKey][] = [
  ['announce', '7', { ...OF, kind: 'announce', lead: 7 }],
  ['announce', '7|a|b', { ...OF, kind: 'announce', lead: 7, campaign: 'a|b' }],
  ['announce', '14|c@also', { ...OF, ...second, kind: 'announce', lead: 14, campaign: 'c' }],
  ['announce', 'prev', { ...OF, kind: 'announce', lead: 'prev' }],
  ['announce', 'drill', { ...OF, kind: 'announce', lead: 'drill' }],
  ['announce', '7@also', { ...OF, ...second, kind: 'announce', lead: 7 }],
  ['announce', 'drill@also', { ...OF, ...second, kind: 'announce', lead: 'drill' }],
  ['open', '', { ...OF, kind: 'open' }],
  ['open', '@also', { ...OF, ...second, kind: 'open' }],
  ['remind', '', { ...OF, kind: 'remind' }],
  ['close', '@also', { ...OF, ...second, kind: 'close' }],
  ['end', '', { ...OF, kind: 'end' }],
  ['reminder', 'U1', { ...OF, kind: 'reminder', person: 'U1' }],
  ['reminder', 'teams:X|29:1', { ...OF, kind: 'reminder', person: 'teams:X|29:1' }],
  ['reminder', 'odd@also', { ...OF, kind: 'reminder', person: 'odd@also' }],
  ['survey', '', { ...OF, kind: 'survey' }],
  ['survey-question', 'odd@also', { ...OF, kind: 'survey-question', person: 'odd@also' }],
  ['private-poll', 'odd@also', { ...OF, kind: 'private-poll', person: 'odd@also' }],
  ['snoozed', 'odd@also', { ...OF, kind: 'snoozed', person: 'odd@also' }],
  ['ask', '', { ...OF, kind: 'ask' }],
  ['ask', '1', { ...OF, kind: 'ask', round: 1 }],
  ['ask-end', '', { ...OF, kind: 'ask-end' }],
  ['follow-up', '1', { ...OF, kind: 'follow-up', round: 1 }],
  [
    'follow-up-reminder',
    'teams:X|29:1|2',
    { ...OF, kind: 'follow-up-reminder', person: 'teams:X|29:1', round: 2 },
  ],
  ['safety-call', 'odd@also|7', { ...OF, kind: 'safety-call', contact: 'odd@also', call: 7 }],
  ['safety-list', 'teams:X|29:1|0', { ...OF, kind: 'safety-list', contact: 'teams:X|29:1', round: 0 }],
  ['report', 'campaign', { ...OF, kind: 'report', campaign: 'campaign' }],
  ['report', 'campaign@also', { ...OF, ...second, kind: 'report', campaign: 'campaign' }],
  ['trouble', '1532383200000', { ...OF, kind: 'trouble', since: 1_532_383_200_000 }],
  ['trouble', '1532383200000@also', { ...OF, ...second, kind: 'trouble', since: 1_532_383_200_000 }],
];

test.each(ROWS)('%s %j is written and read', (kind, subject, key) => {
  const { org, team, day } = OF;
  expect(rowKeyOf(key)).toEqual({ org, team, day, kind, subject });
  expect(taskKeyOf({ org, team, day, kind, subject })).toEqual(key);
});

test('the id of a post stays what it was before: posts of an earlier version are found', () => {
  expect(postIdOf({ ...OF, kind: 'open' })).toBe('b65479b2974697952cf73ab2ecfdf94f');
  expect(postIdOf({ ...OF, ...second, kind: 'announce', lead: 7 })).toBe('96cd9cb1f2274600dc63212982b49e66');
  expect(new Set(ROWS.map(([, , key]) => postIdOf(key))).size).toBe(ROWS.length);
  // Asked again on the same day, a person gets another post of the same task.
  const reminder: TaskKey = { ...OF, kind: 'reminder', person: 'U1' };
  expect(postIdOf({ ...reminder, round: 0 })).toBe(postIdOf(reminder));
  expect(postIdOf({ ...reminder, round: 1 })).not.toBe(postIdOf(reminder));
  expect(rowKeyOf({ ...reminder, round: 1 })).toEqual(rowKeyOf(reminder));
});

test('the tasks of a database of an earlier version go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telework-'));
  const backend = await openSqlite({ file: join(folder, 'telework.db'), now: () => 1_000 });
  const { ledger } = createStore(backend, () => 1_000);
  for (const [kind, subject] of ROWS) {
    await sql`insert into tasks (org, team, day, kind, subject, state, attempt, again, free_at, updated_at)
      values (${OF.org}, ${OF.team}, ${OF.day}, ${kind}, ${subject}, 'waiting', 1, 1, 0, 0)`.execute(
      backend.db,
    );
  }
  const entries = await ledger.list(OF.org, OF.team, OF.day, null);
  expect(entries).toHaveLength(ROWS.length);
  for (const [, , key] of ROWS) {
    expect(entries).toContainEqual(expect.objectContaining(key));
    expect(await ledger.claim(key, 1)).toMatchObject({ attempt: 2, mayHaveBeenSent: true });
  }
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
});
