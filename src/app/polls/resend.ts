import { dueAt } from '../../domain/agenda';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { openSlots } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { NotResent } from '../../ports/delivery-views';
import type { LedgerEntry, Outcome } from '../../ports/store/ledger';
import { inTeam, type RequestContext, type RequestResult } from '../context';
import type { Ports } from '../core';
import type { DeliveryNeeds } from '../delivery/deliver';
import { ASKED_AGAIN, whileHoldingReminders } from '../delivery/hold-reminders';
import { remindersOf } from '../delivery/reminders';
import { isSameWork } from '../delivery/same-work';
import type { IntentOf } from '../intent';
import { wantsReminder } from './remind';
import { type AgendaNeeds, agendaOf } from './team-agenda';

type ResendNeeds = DeliveryNeeds | AgendaNeeds | 'teams';

/**
 * Sends again what failed, or what may have arrived, where it still makes sense. Each is a task of the ledger as
 * before, under a new attempt: of two administrators one opens it again, and the next tick sends it.
 */
export async function resend(
  context: RequestContext<ResendNeeds>,
  { day: asked, which }: IntentOf<'resend'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { core, today } = context;
    if (team.trouble && openSlots(team).length === 0)
      return { kind: 'trouble', teamName: team.name, trouble: team.trouble };
    const day = asked ?? today;
    const resending: Resending = { context, team, day, states: [which] };
    const posts = await resendPosts(resending);
    const reminders = await resendReminders(resending);
    if (isRefusal(reminders)) return reminders;
    const queued = { posts: posts.queued, reminders: reminders.queued };
    // Saving the team makes it due: the next tick checks it.
    if (queued.posts + queued.reminders > 0) await core.teams.change(team.org, team.id, (current) => current);
    const unknown = which === 'unknown' ? 0 : await countUnknown(core, team, day);
    const left = [...posts.left, ...reminders.left];
    return { kind: 'resent', team: team.id, teamName: team.name, day, queued, left: counted(left), unknown };
  });
}

/** What everybody in the channel sees. */
const POSTS: ReadonlySet<LedgerEntry['kind']> = new Set(['announce', 'open', 'close', 'roll-up', 'report']);

interface Resending {
  context: RequestContext<ResendNeeds>;
  team: Team;
  day: Day;
  states: readonly Outcome['state'][];
}

interface Reopened {
  queued: number;
  left: NotResent['why'][];
}

function isPost({ kind }: LedgerEntry): boolean {
  return POSTS.has(kind);
}

async function resendPosts({ context: { core, now }, team, day, states }: Resending): Promise<Reopened> {
  const entries = await core.ledger.list(team.org, team.id, day, null);
  const due = dueAt(await agendaOf(core, team, now), now).filter((task) => task.day === day);
  const result: Reopened = { queued: 0, left: [] };
  for (const entry of entries.filter((one) => isPost(one) && isIn(states, one))) {
    const open = due.some((task) => isSameWork(task, entry));
    if (!open) result.left.push('too-late');
    else if (await core.ledger.reopen(entry, states, ASKED_AGAIN)) result.queued += 1;
    else result.left.push('running');
  }
  return result;
}

function isIn(states: readonly Outcome['state'][], { state }: LedgerEntry): boolean {
  return states.some((one) => one === state);
}

/** Opens the reminders again that still make sense. Refuses while another process is sending the team's reminders. */
async function resendReminders(resending: Resending): Promise<Reopened | Refusal> {
  const { context, team, day, states } = resending;
  const { core, now } = context;
  const poll = await core.polls.get(team.org, team.id, day);
  const failed = (await remindersOf(core, team, day)).filter(({ entry }) => isIn(states, entry));
  if (!poll || failed.length === 0) return { queued: 0, left: [] };
  const why = ({ member, answered }: (typeof failed)[number]): NotResent['why'] | null => {
    if (answered) return 'answered';
    if (now >= poll.closesAt) return 'too-late';
    return wantsReminder(member, poll, team) ? null : 'opted-out';
  };
  const open = failed.filter((one) => why(one) === null);
  const left = failed.flatMap((one) => why(one) ?? []);
  if (open.length === 0) return { queued: 0, left };
  const opened = await whileHoldingReminders(core, poll, () =>
    Promise.all(open.map(({ entry }) => core.ledger.reopen(entry, states, ASKED_AGAIN))),
  );
  if (!opened) return refuse('sending-now');
  const queued = opened.filter((did) => did).length;
  return { queued, left: [...left, ...opened.flatMap((did) => (did ? [] : (['running'] as const)))] };
}

async function countUnknown(core: Ports<'ledger' | 'polls'>, team: Team, day: Day): Promise<number> {
  const entries = await core.ledger.list(team.org, team.id, day, null);
  const reminded = await remindersOf(core, team, day);
  return [...entries.filter(isPost), ...reminded.map(({ entry }) => entry)].filter((entry) =>
    isIn(['unknown'], entry),
  ).length;
}

function counted(left: readonly NotResent['why'][]): NotResent[] {
  return [...new Set(left)].map((why) => ({ why, count: left.filter((one) => one === why).length }));
}
