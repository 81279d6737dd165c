import { inTeam, type RequestContext, type RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { type DeliveriesNeeds, deliveriesOf } from './deliveries';

/** Rows and names shown; of the others, how many there are. */
const MOST_ROWS = 100;

/** What was sent to the team on a day, when, by which attempt, with which outcome. */
export async function showDeliveries(
  context: RequestContext<DeliveriesNeeds>,
  { day: asked }: IntentOf<'deliveries'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { core, today, now } = context;
    const day = asked ?? today;
    const { stopped, rows, reminders, again, unheard } = await deliveriesOf(core, team, day, now);
    let room = MOST_ROWS;
    const shown = (groups: typeof reminders) =>
      groups.map((group) => {
        const names = group.names?.slice(0, room) ?? null;
        room -= names?.length ?? 0;
        return { ...group, names };
      });
    return {
      kind: 'deliveries',
      team: team.id,
      teamName: team.name,
      day,
      zone: team.settings.zone,
      stopped,
      rows: rows.slice(0, MOST_ROWS),
      more: Math.max(0, rows.length - MOST_ROWS),
      reminders: shown(reminders),
      again: shown(again),
      unheard,
    };
  });
}
