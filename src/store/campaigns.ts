import type { CampaignStore } from '../app/ports';
import type { Millis } from '../domain/calendar';
import type { Campaign, CampaignId } from '../domain/campaign';
import type { OrgId } from '../domain/people';
import { isRefusal } from '../domain/refusal';
import { campaignOf, campaignRow } from './rows';
import type { Db, Trx } from './schema';
import { wakeTeams } from './teams';

export function createCampaigns(db: Db, now: () => Millis): CampaignStore {
  return {
    save: (campaign) => db.transaction().execute((trx) => save(trx, campaign, now())),
    change: (org, id, apply) =>
      db.transaction().execute(async (trx) => {
        const campaign = await get(trx, org, id);
        const changed = campaign && apply(campaign);
        if (changed && !isRefusal(changed)) await save(trx, changed, now());
        return changed;
      }),
    get: (org, id) => get(db, org, id),
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

async function save(trx: Trx, campaign: Campaign, now: Millis): Promise<void> {
  const { org, id, ...values } = campaignRow(campaign);
  await trx
    .insertInto('campaigns')
    .values({ org, id, ...values })
    .onConflict((conflict) => conflict.columns(['org', 'id']).doUpdateSet(values))
    .execute();
  await wakeTeams(trx, org, now);
}

async function get(db: Db | Trx, org: OrgId, id: CampaignId): Promise<Campaign | null> {
  const row = await db
    .selectFrom('campaigns')
    .selectAll()
    .where('org', '=', org)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? campaignOf(row) : null;
}

function byFirstDay(a: Campaign, b: Campaign): number {
  const [first, second] = [a.days[0]?.day ?? '', b.days[0]?.day ?? ''];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
