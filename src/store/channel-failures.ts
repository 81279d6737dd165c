import type { ChannelFailureStore } from '../ports/store/channel-failures';
import type { Backend } from './backend';

export function createChannelFailures({ db }: Pick<Backend, 'db'>): ChannelFailureStore {
  return {
    list: () => db.selectFrom('channel_failures').selectAll().execute(),
    async begin({ org, team, channel, since }) {
      await db
        .insertInto('channel_failures')
        .values({ org, team, channel, since })
        .onConflict((conflict) => conflict.columns(['org', 'team', 'channel']).doNothing())
        .execute();
      const known = await db
        .selectFrom('channel_failures')
        .select('since')
        .where('org', '=', org)
        .where('team', '=', team)
        .where('channel', '=', channel)
        .executeTakeFirst();
      return known?.since ?? since;
    },
    async end(org, team, channel) {
      await db
        .deleteFrom('channel_failures')
        .where('org', '=', org)
        .where('team', '=', team)
        .where('channel', '=', channel)
        .execute();
    },
  };
}
