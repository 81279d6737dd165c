import type { Measurement } from './lib/figures';
import { compareInTurns } from './lib/rounds';
import { openTeamsRig } from './lib/teams-bot';

const VOTERS = 1_000;

/**
 * Button presses through /api/messages, their tokens verified and each vote committed before it is answered, against
 * a bare bot of Microsoft's SDK that verifies tokens and answers with a word: in turns, in the same run.
 */
export async function measureTeamsPresses(): Promise<Measurement> {
  const rig = await openTeamsRig(VOTERS);
  const peer = 'a bare CloudAdapter bot that only answers';
  const figures = await compareInTurns(rig, {
    peer,
    presses: 1_000,
    connections: 32,
    rounds: 5,
    goal: 0.6,
  });
  const answers = await rig.stopBot();
  await rig.close();
  if (answers !== VOTERS) throw new Error(`${answers} of ${VOTERS} people's answers are in the database`);
  return { title: 'Teams: button presses through /api/messages, tokens verified, durable', figures };
}
