import type { Campaign, CampaignId } from '../domain/campaigns/campaign';
import type { OrgId } from '../domain/people/person';
import { isRefusal } from '../domain/refusal';
import type { Millis } from '../domain/time/calendar';
import type { CampaignStore } from '../ports/store/campaigns';
import type { Backend } from './backend';
import { prepared } from './prepared';
import { campaignOf, campaignRow } from './rows';
import type { CampaignTable, Db, Trx } from './schema';
import { inTransaction } from './transaction';
import { wakeTeams } from './wake-queue';

export function createCampaigns({ db, alone }: Backend, now: () => Millis): CampaignStore {
  const all = prepared<{ org: OrgId }, CampaignTable>(db, (value) =>
    db.selectFrom('campaigns').selectAll().where('org', '=', value('org')).orderBy('id'),
  );
  return {
    save: (campaign) => inTransaction(db, (trx) => save(trx, campaign, now())),
    change: (org, id, apply) =>
      inTransaction(db, async (trx) => {
        const row = await (alone ? one(trx, org, id) : one(trx, org, id).forUpdate()).executeTakeFirst();
        const campaign = row ? campaignOf(row) : null;
        const changed = campaign && apply(campaign);
        if (changed && !isRefusal(changed)) await save(trx, changed, now());
        return changed;
      }),
    async get(org, id) {
      const row = await one(db, org, id).executeTakeFirst();
      return row ? campaignOf(row) : null;
    },
    async list(org) {
      const rows = await all({ org });
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

function one(db: Db | Trx, org: OrgId, id: CampaignId) {
  return db.selectFrom('campaigns').selectAll().where('org', '=', org).where('id', '=', id);
}

function byFirstDay(a: Campaign, b: Campaign): number {
  const [first, second] = [a.days[0]?.day ?? '', b.days[0]?.day ?? ''];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
