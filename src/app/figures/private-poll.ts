import { isLate, type Poll, phaseOf } from '../../domain/answers/poll';
import type { Choice } from '../../domain/answers/work-style';
import type { Team } from '../../domain/teams/team';
import type { Millis } from '../../domain/time/calendar';
import type { NextDay } from '../../ports/asking-messages';
import type { MessageBody } from '../../ports/messages';
import type { UnheardTeam } from '../../ports/views';
import type { Ports } from '../core';
import { viewOfPoll } from './views';

interface Answered {
  /** The person's answer; null: there is none. */
  answer: (Choice & { at: Millis }) | null;
  /** The number of the answer, by which it can be taken back. */
  seq?: number;
  unheard?: UnheardTeam[];
  next?: NextDay;
}

/** The poll's question as one member sees it in private, with what they have answered. */
export async function privatePoll(
  core: Ports<'campaigns' | 'clock'>,
  team: Team,
  poll: Poll,
  { answer, seq, unheard = [], next }: Answered,
): Promise<Extract<MessageBody, { kind: 'private-poll' }>> {
  const phase = phaseOf(poll, core.clock.now());
  return {
    kind: 'private-poll',
    team: team.id,
    teamName: team.name,
    day: viewOfPoll(poll, await core.campaigns.list(team.org)),
    peakUntil: poll.peakUntil,
    phase: phase === 'planned' ? 'open' : phase,
    answer: answer && {
      style: answer.style,
      arrival: answer.arrival,
      late: isLate(answer.at, poll),
      seq: seq ?? null,
    },
    unheard,
    ...(next && { next }),
  };
}
