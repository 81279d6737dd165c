import type { Task } from '../../domain/agenda';
import type { Team } from '../../domain/teams/team';
import { report } from '../campaigns/report';
import type { Ports } from '../core';
import type { ClaimedTask, Work } from '../delivery/deliver';
import type { RollUpNeeds } from '../figures/roll-up';
import { announce } from '../polls/announce';
import { askPrivately, endPrivately } from '../polls/ask-privately';
import { closePoll, endDay } from '../polls/close-poll';
import { type DigestNeeds, sendDigest } from '../polls/digest';
import type { EditTurnNeeds } from '../polls/edit-turn';
import { followUp } from '../polls/follow-up';
import { type MissedNeeds, tellMissed } from '../polls/missed-days';
import { tellOfficeBounds } from '../polls/office-bounds';
import { openPoll } from '../polls/open-poll';
import { endRollUp, postRollUp } from '../polls/post-roll-up';
import { type RemindNeeds, remind } from '../polls/remind';
import { remindSilent } from '../polls/remind-now';
import { remindSnoozed } from '../polls/snooze';
import { type TellNeeds, tellCall, tellSilent } from '../safety/tell-contacts';
import { askParticipants, closeSurvey, type SurveyNeeds } from '../surveys/ask';
import type { RosterNeeds } from '../teams/roster';

/** The ports to do any task of a team's agenda. */
export type TaskNeeds =
  | RemindNeeds
  | EditTurnNeeds
  | RosterNeeds
  | MissedNeeds
  | DigestNeeds
  | RollUpNeeds
  | TellNeeds
  | SurveyNeeds
  | 'refresh';

/** Does one task of a team's agenda, which was claimed. */
export function runTask(
  core: Ports<TaskNeeds>,
  team: Team,
  task: Task,
  claim: ClaimedTask,
): ReturnType<Work> {
  switch (task.kind) {
    case 'announce':
      return announce(core, team, task, claim);
    case 'open':
      return openPoll(core, team, task, claim);
    case 'remind':
      return remind(core, team, task);
    case 'remind-now':
      return remindSilent(core, team, task);
    case 'follow-up':
      return followUp(core, team, task);
    case 'ask':
      return askPrivately(core, team, task);
    case 'ask-end':
      return endPrivately(core, team, task);
    case 'snoozed':
      return remindSnoozed(core, team, task, claim);
    case 'survey':
      return askParticipants(core, team, task);
    case 'survey-close':
      return closeSurvey(core, team, task, claim);
    case 'safety-call':
      return tellCall(core, team, task, claim);
    case 'safety-list':
      return tellSilent(core, team, task, claim);
    case 'close':
      return closePoll(core, team, task, claim);
    case 'end':
      return endDay(core, team, task);
    case 'report':
      return report(core, team, task, claim);
    case 'roll-up':
      return postRollUp(core, team, task, claim);
    case 'roll-up-end':
      return endRollUp(core, team, task);
    case 'digest':
    case 'digest-lead':
      return sendDigest(core, team, task, claim);
    case 'office-bounds':
      return tellOfficeBounds(core, team, task, claim);
    case 'missed':
      return tellMissed(core, team, task, claim);
  }
}
