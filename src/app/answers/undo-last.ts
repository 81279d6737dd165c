import type { Answer } from '../../domain/answers/poll';
import { refuse } from '../../domain/refusal';
import { addDays, type Day, type Millis } from '../../domain/time/calendar';
import { inTeam, type RequestContext, type RequestResult } from '../context';
import { FARTHEST_PLAN } from './record-answer';
import { type DaysNeeds, undoDays } from './several-days';
import { undo } from './take-back';

const HOUR: Millis = 3_600_000;
/** An answer that is older is taken back only where it is today's: another one must be named. */
const RECENT: Millis = 12 * HOUR;
/** The days of one sentence are recorded within this time. */
const AT_ONCE: Millis = 1_000;

/** Takes back what the person answered last, as far as it still stands. */
export function undoLast(context: RequestContext<DaysNeeds>): Promise<RequestResult> {
  return inTeam(context, async ({ org, id: team }) => {
    const { core, member, now, today } = context;
    const standing = await core.answers.list(org, member.id, today, addDays(today, FARTHEST_PLAN));
    const answers = await Promise.all(
      lastOf(standing, now, today).map(async ({ day }) => {
        const history = await core.answers.history(org, member.id, day);
        return { day, seq: history.at(-1)?.seq ?? 0 };
      }),
    );
    const [only, ...more] = answers;
    if (!only) return refuse('nothing-to-undo');
    if (more.length > 0) return undoDays(context, { kind: 'undo-days', answers });
    return undo(context, { kind: 'undo', team, ...only });
  });
}

function lastOf(standing: readonly Answer[], now: Millis, today: Day): readonly Answer[] {
  const last = Math.max(...standing.map(({ at }) => at));
  if (now - last > RECENT) return standing.filter(({ day }) => day === today);
  return standing.filter(({ at }) => last - at <= AT_ONCE);
}
