import type { Poll } from '../../domain/answers/poll';
import { openSlots } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { MessageBody } from '../../ports/messages';
import type { LedgerEntry, TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { type ClaimedTask, claimTask, type DeliveryNeeds } from '../delivery/deliver';
import { type PostNeeds, postToTeam } from '../delivery/post';

/** The ports to post the notice of a drill or an emergency. */
export type DrillNoticeNeeds = DeliveryNeeds | PostNeeds;

/**
 * Announces a drill or an emergency in each of the team's channels. The notices are claimed before `declare` marks the
 * poll, so that an administrator who is asked to try again finds them still to be sent. Throws the fault of a notice that
 * can be tried again, and where another process is sending it at this moment.
 */
export async function announceDrill(
  core: Ports<DrillNoticeNeeds>,
  team: Team,
  poll: Poll,
  declare: () => Promise<MessageBody>,
): Promise<void> {
  const notices = await claimNotices(core, team, poll);
  try {
    const body = await declare();
    for (const notice of notices) await postNotice(core, team, body, notice);
  } finally {
    for (const notice of notices) await notice.giveBack();
  }
}

/** A drill and an emergency of one day are two notices. */
function leadOf({ drill }: Poll): 'drill' | 'emergency' {
  return drill?.real ? 'emergency' : 'drill';
}

/** Whether the task is such a notice, and no announcement of a planned day. */
export function isNotice(entry: LedgerEntry): boolean {
  return entry.kind === 'announce' && (entry.lead === 'drill' || entry.lead === 'emergency');
}

/** Whether the drill or emergency was declared, and a notice of it is still to be sent. */
export async function owesNotice({ ledger }: Ports<'ledger'>, poll: Poll): Promise<boolean> {
  const entries = await ledger.list(poll.org, poll.team, poll.day, 'announce');
  return entries.some(
    (entry) =>
      entry.kind === 'announce' &&
      entry.lead === leadOf(poll) &&
      (entry.state === 'claimed' || entry.state === 'waiting'),
  );
}

async function claimNotices(core: Ports<DeliveryNeeds>, team: Team, poll: Poll): Promise<ClaimedTask[]> {
  const claimed: ClaimedTask[] = [];
  for (const slot of openSlots(team)) {
    const { org, team: id, day } = poll;
    const key: TaskKey = { org, team: id, kind: 'announce', lead: leadOf(poll), day, channel: slot };
    const task = await claimTask(core, key);
    if (task) claimed.push(task);
  }
  if (claimed.length === 0 && (await owesNotice(core, poll)))
    throw new Error('the drill is being announced at this moment');
  return claimed;
}

/** A channel that refuses the notice does not stop the other one; with one channel the administrator tries again. */
async function postNotice(
  core: Ports<PostNeeds>,
  team: Team,
  body: MessageBody,
  notice: ClaimedTask,
): Promise<void> {
  const retriedBy = team.secondChannel ? 'nothing' : 'caller';
  const result = await notice.run((task) => postToTeam(core, team, body, task), retriedBy);
  if (result.state === 'put-off') throw result.fault;
}
