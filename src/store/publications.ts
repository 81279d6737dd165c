import type { Disclosure } from '../domain/figures/disclosure';
import type { NewPublications, Publications, PublishedCampaign } from '../domain/figures/publication';
import type { SizeBand } from '../domain/figures/size-band';
import type { OrgId } from '../domain/people/person';
import type { Day, Millis } from '../domain/time/calendar';
import type { PublicationStore } from '../ports/store/publications';
import type { Backend } from './backend';
import type { Db, Trx } from './schema';
import { inTransaction } from './transaction';

export function createPublications({ db, lock }: Pick<Backend, 'db' | 'lock'>): PublicationStore {
  return {
    read: (org, days) => read(db, org, days),
    publish: (org, days, now, plan) =>
      inTransaction(db, async (trx) => {
        await lock(trx, JSON.stringify(['publications', org]));
        const published = await read(trx, org, days);
        const added = plan(published);
        await write(trx, org, { published, added, now });
        return { days: withAdded(published.days, added.days), campaigns: campaignsOf(published, added) };
      }),
  };
}

async function read(trx: Db | Trx, org: OrgId, days: readonly Day[]): Promise<Publications> {
  const disclosures = days.length === 0 ? [] : await disclosuresOf(trx, org, days);
  const reports = await trx
    .selectFrom('published_campaigns')
    .selectAll()
    .where('org', '=', org)
    .orderBy('campaign')
    .execute();
  return { days: withAdded([], disclosures), campaigns: reports.map(reportOf) };
}

async function disclosuresOf(
  trx: Db | Trx,
  org: OrgId,
  days: readonly Day[],
): Promise<NewPublications['days']> {
  const rows = await trx
    .selectFrom('published_days')
    .select(['day', 'groups'])
    .where('org', '=', org)
    .where('day', 'in', days)
    .orderBy('day')
    .orderBy('number')
    .execute();
  return rows.map(({ day, groups }) => {
    const disclosure: Disclosure = JSON.parse(groups);
    return { day, disclosure };
  });
}

function reportOf({ campaign, days, people }: { campaign: string; days: string; people: string | null }) {
  const parsed: { days: Day[]; people: SizeBand | null } = {
    days: JSON.parse(days),
    people: people === null ? null : JSON.parse(people),
  };
  return { campaign, ...parsed };
}

async function write(
  trx: Trx,
  org: OrgId,
  { published, added, now: at }: { published: Publications; added: NewPublications; now: Millis },
): Promise<void> {
  const rows = added.days.map(({ day, disclosure }) => {
    const earlier = published.days.find((other) => other.day === day)?.disclosures.length ?? 0;
    return { org, day, number: earlier + 1, groups: JSON.stringify(disclosure), at };
  });
  if (rows.length > 0) await trx.insertInto('published_days').values(rows).execute();
  if (added.campaign)
    await trx
      .insertInto('published_campaigns')
      .values(reportRow(org, added.campaign, at))
      .execute();
}

function reportRow(org: OrgId, { campaign, days, people }: PublishedCampaign, at: Millis) {
  return { org, campaign, days: JSON.stringify(days), people: people && JSON.stringify(people), at };
}

function withAdded(days: Publications['days'], added: NewPublications['days']): Publications['days'] {
  const all = new Map(days.map(({ day, disclosures }) => [day, disclosures]));
  for (const { day, disclosure } of added) all.set(day, [...(all.get(day) ?? []), disclosure]);
  return [...all]
    .map(([day, disclosures]) => ({ day, disclosures }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function campaignsOf({ campaigns }: Publications, { campaign }: NewPublications): PublishedCampaign[] {
  return campaign ? [...campaigns, campaign] : [...campaigns];
}
