import type { Poll } from '../../domain/answers/poll';
import { isDense } from '../../domain/campaigns/dense';
import { plannedDays } from '../../domain/planned-days';
import type { ChannelSlot } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { addDays, type Millis } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { closingMessage, viewOfPlan } from '../figures/views';

/** How far ahead the next day is named. */
const NEXT_WITHIN_DAYS = 14;

/** Whether the result is to take the place of the poll's message in the channel, which has one message a day then. */
export async function goesInPlace(
  { campaigns, ledger }: Ports<'campaigns' | 'ledger'>,
  poll: Poll,
  channel: ChannelSlot,
): Promise<boolean> {
  if (poll.drill || poll.round > 0 || poll.campaign === null) return false;
  const campaign = (await campaigns.list(poll.org)).find(({ id }) => id === poll.campaign);
  if (!campaign || !isDense(campaign, poll.day)) return false;
  const opened = await ledger.list(poll.org, poll.team, poll.day, 'open');
  return opened.some((entry) => entry.channel === channel && entry.post !== null);
}

/** Whether the poll's message in the channel shows the result: decided once, as the window ended; `entries`: the day's tasks. */
export function isInPlace(entries: readonly LedgerEntry[], { round }: Poll, channel: ChannelSlot): boolean {
  return entries.some(
    (entry) =>
      entry.kind === 'close' &&
      (entry.round ?? 0) === round &&
      entry.channel === channel &&
      entry.state === 'done' &&
      entry.post === null,
  );
}

/** The result as the poll's message shows it at `now`, with the campaign's next day. */
export async function closingInPlace(
  core: Ports<'campaigns' | 'polls'>,
  team: Team,
  poll: Poll,
  now: Millis,
): Promise<MessageBody> {
  const [body, campaigns] = await Promise.all([
    closingMessage(core, team, poll, now),
    core.campaigns.list(poll.org),
  ]);
  const [from, until] = [addDays(poll.day, 1), addDays(poll.day, NEXT_WITHIN_DAYS)];
  const next = plannedDays(team, campaigns, from, until).find(
    ({ campaign }) => campaign?.id === poll.campaign,
  );
  return { ...body, inPlace: { next: next ? viewOfPlan(next, team) : null } };
}
