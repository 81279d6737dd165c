import { randomUUID } from 'node:crypto';
import type { Store } from '../app/ports';
import type { Millis } from '../domain/calendar';
import { createAnswers } from './answers';
import type { Backend } from './backend';
import { createBatcher } from './batcher';
import { createCampaigns } from './campaigns';
import { createLedger } from './ledger';
import { createMemory } from './memory';
import { createPeople } from './people';
import { createPolls } from './polls';
import { createTeams } from './teams';

/** Votes in one commit: enough to share its cost, few enough not to hold up everything else. */
const VOTES_A_COMMIT = 512;

/** The store over an open database, of whichever dialect. */
export function createStore(backend: Backend, now: () => Millis): Store {
  const { db } = backend;
  const votes = createBatcher(backend.recordVotes, VOTES_A_COMMIT);
  return {
    teams: createTeams(db, now),
    people: createPeople(db, randomUUID),
    campaigns: createCampaigns(db, now),
    polls: createPolls(db),
    answers: createAnswers(db, votes),
    ledger: createLedger(db),
    memory: (owner) => createMemory(db, owner, now),
    async ping() {
      await db.selectFrom('teams').select('org').limit(1).execute();
    },
    async close() {
      await votes.close();
      await backend.close();
    },
  };
}
