import { roundOf } from '../../domain/agenda';
import type { Poll } from '../../domain/answers/poll';
import { slotsFor } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { Ports } from '../core';
import { ASKED_AGAIN, FINISHED } from '../delivery/hold-reminders';
import { isChatFault } from '../delivery/outcome';
import { isSameWork } from '../delivery/same-work';

/** The ports to post a poll again. */
export type PostAgainNeeds = 'chat' | 'clock' | 'ledger' | 'log' | 'present' | 'runDueNow';

/**
 * Posts a running poll again: a person deleted its message, or it is far up by now. From then on the new message is
 * edited; one that is still there says that it was moved.
 */
export async function postAgain(core: Ports<PostAgainNeeds>, team: Team, poll: Poll): Promise<void> {
  const { day } = poll;
  const work = { kind: 'open', ...roundOf(poll) } as const;
  const entries = async () => {
    const all = await core.ledger.list(team.org, team.id, day, 'open');
    return all.filter((entry) => isSameWork(entry, work));
  };
  const before = await entries();
  for (const channel of slotsFor(team, 'open')) {
    const key = { org: team.org, team: team.id, ...work, day, channel } as const;
    await core.ledger.reopen(key, FINISHED, ASKED_AGAIN);
  }
  await core.runDueNow(team);
  const after = await entries();
  for (const { channel, post } of before) {
    const posted = after.find((entry) => entry.channel === channel && entry.state === 'done');
    if (post !== null && posted && posted.post !== post) await tellMoved(core, team, day, post);
  }
}

async function tellMoved(
  core: Ports<'chat' | 'log' | 'present'>,
  team: Team,
  day: Poll['day'],
  post: string,
): Promise<void> {
  const card = core.present({ kind: 'poll-moved', today: day, day, replaced: false }, team.settings.language);
  try {
    await core.chat.edit(team.org, post, card);
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.info({ team: team.id, day }, 'the message of a poll that was posted again is left as it is');
  }
}
