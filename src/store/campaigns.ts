import type { CampaignStore } from '../app/ports';
import type { Millis } from '../domain/calendar';
import type { Campaign } from '../domain/campaign';
import { campaignOf, campaignRow } from './rows';
import type { Db } from './schema';
import { wakeTeams } from './teams';

export function createCampaigns(db: Db, now: () => Millis): CampaignStore {
  return {
    async save(campaign) {
      const { org, id, ...values } = campaignRow(campaign);
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('campaigns')
          .values({ org, id, ...values })
          .onConflict((conflict) => conflict.columns(['org', 'id']).doUpdateSet(values))
          .execute();
        await wakeTeams(trx, org, now());
      });
    },
    async get(org, campaign) {
      const row = await db
        .selectFrom('campaigns')
        .selectAll()
        .where('org', '=', org)
        .where('id', '=', campaign)
        .executeTakeFirst();
      return row ? campaignOf(row) : null;
    },
    async list(org) {
      const rows = await db
        .selectFrom('campaigns')
        .selectAll()
        .where('org', '=', org)
        .orderBy('id')
        .execute();
      return rows.map(campaignOf).sort(byFirstDay);
    },
  };
}

function byFirstDay(a: Campaign, b: Campaign): number {
  const [first, second] = [a.days[0]?.day ?? '', b.days[0]?.day ?? ''];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
