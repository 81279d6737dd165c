import { sql } from 'kysely';
import type { Migration } from './migration';

/** Roll-ups are made of teams: those of earlier versions were made otherwise, and are told again where they are asked for. */
export const rollUps: Migration = {
  number: 33,
  name: 'roll-ups',
  async up(trx) {
    await sql`delete from roll_ups`.execute(trx);
  },
};
