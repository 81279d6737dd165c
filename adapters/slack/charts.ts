import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import type { Clock } from '../../src/ports/clock';
import type { Memory } from '../../src/ports/store/memory';

/** Which workspaces show Slack's native charts: all, until one refuses them. */
export interface Charts {
  shown(org: OrgId): Promise<boolean>;
  refused(org: OrgId): Promise<void>;
}

/** Slack brings charts to one workspace after the other: a refusal is forgotten after a while. */
const REMEMBERED: Millis = 7 * 24 * 3_600_000;

export function createCharts(memory: Memory, clock: Clock): Charts {
  const known = new Map<OrgId, { shown: boolean; until: Millis }>();
  return {
    async shown(org) {
      const seen = known.get(org);
      if (seen && seen.until > clock.now()) return seen.shown;
      const shown = (await memory.get(`no-charts:${org}`)) === null;
      known.set(org, { shown, until: clock.now() + REMEMBERED });
      return shown;
    },
    async refused(org) {
      const until = clock.now() + REMEMBERED;
      known.set(org, { shown: false, until });
      await memory.put(`no-charts:${org}`, '', until);
    },
  };
}
