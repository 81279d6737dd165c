import type { CampaignId } from '../domain/campaigns/campaign';
import type { Effect } from '../domain/effects/effect';
import type { OrgId } from '../domain/people/person';
import { isRefusal } from '../domain/refusal';
import type { EffectStore } from '../ports/store/effects';
import type { Backend } from './backend';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';

export function createEffects({ db, lock }: Pick<Backend, 'db' | 'lock'>): EffectStore {
  return {
    get: (org, campaign) => read(db, org, campaign),
    change: (org, campaign, apply) =>
      inTransaction(db, async (trx) => {
        await lock(trx, JSON.stringify(['effects', org, campaign]));
        const changed = apply(await read(trx, org, campaign));
        if (!isRefusal(changed)) await save(trx, org, campaign, changed);
        return changed;
      }),
  };
}

async function read(db: Db | Trx, org: OrgId, campaign: CampaignId): Promise<readonly Effect[]> {
  const row = await db
    .selectFrom('effects')
    .select('effects')
    .where('org', '=', org)
    .where('campaign', '=', campaign)
    .executeTakeFirst();
  return row ? (JSON.parse(row.effects) as Effect[]) : [];
}

async function save(trx: Trx, org: OrgId, campaign: CampaignId, all: readonly Effect[]): Promise<void> {
  const effects = JSON.stringify(all);
  await trx
    .insertInto('effects')
    .values({ org, campaign, effects })
    .onConflict((conflict) => conflict.columns(['org', 'campaign']).doUpdateSet({ effects }))
    .execute();
}
