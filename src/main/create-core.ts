import type { Core, Refresh, Repositories } from '../app/core';
import { measureLedger } from '../app/delivery/measure-ledger';
import { createRefresh } from '../app/polls/refresh';
import { refreshAnnouncements } from '../app/polls/refresh-announcements';
import { checkTeam } from '../app/schedule/check-team';
import { statusWords } from '../present/status-words';

export type CoreParts = Omit<Core, 'refresh' | 'runDueNow' | 'statusWords' | keyof Repositories> & {
  store: Repositories;
};

/** Puts the ports together into what use cases work with. The ledger's outcomes are also counted. */
export function createCore({ store, ...others }: CoreParts): Core {
  const { teams, wakeQueue, people, campaigns, calendars, polls, answers, agreements, links, edits } = store;
  const { contacts, channelFailures, bindingCodes, publications, retention, audit, absences } = store;
  const { books, structures, rollUps, effects, activity, safety, surveys } = store;
  const { statuses, webAccess, follows, silence, apiTokens, feeds, time, clockWentBack } = store;
  const parts = {
    ...others,
    ...{ teams, wakeQueue, people, campaigns, calendars, polls, answers, agreements, links, edits },
    ...{ contacts, channelFailures, bindingCodes, publications, retention, audit, absences },
    ...{ books, structures, rollUps, effects, activity, safety, surveys },
    ...{ statuses, webAccess, follows, silence, apiTokens, feeds, time, clockWentBack },
    statusWords,
    ledger: measureLedger(store.ledger, others.metrics),
  };
  const refresh: Refresh = {
    ...createRefresh(parts),
    announcements: (org, days) => refreshAnnouncements(parts, org, days),
  };
  const core: Core = { ...parts, refresh, runDueNow: (team) => checkTeam(core, team) };
  return core;
}
