import type { Vote } from '../../../src/ports/store/answers';
import type { Act } from '../plan';
import type { Done, Played } from '../play';
import type { Call } from '../ports';
import type { World } from '../world';
import { judgeDeclared } from './posts';
import { DAYS } from './tasks';

interface Recorded {
  /** Which of the calls that are kept it was. */
  nth: number;
  call: Call;
  vote: Vote;
}

export function votesOf({ faults }: World): Recorded[] {
  return faults.calls.flatMap((call, nth) =>
    call.where === 'answers.record' && call.done ? [{ nth, call, vote: call.args[0] as Vote }] : [],
  );
}

/** What an administrator does besides, of which no answer is recorded. */
const COMMANDS: readonly Act['what'][] = ['poll-now', 'end', 'zone', 'window'];

/** What was confirmed is recorded, what was refused is not, unless the process could not know. */
export async function judgeAnswers(played: Played, faults: string[]): Promise<void> {
  const { world, done } = played;
  const votes = votesOf(world);
  for (const one of done) {
    if (one.act?.what === 'drill' || one.act?.what === 'emergency') {
      await judgeDeclared(played, one, faults);
      continue;
    }
    if (one.act && COMMANDS.includes(one.act.what)) {
      if (one.told === null) faults.push(`${one.person.id} ${one.act.what}: was told nothing`);
      continue;
    }
    const recorded = votes.filter((each) => isOf(one, each));
    const say = (what: string) =>
      faults.push(`${one.person.id} ${one.act?.what ?? 'next day'} ${one.day}: ${what}`);
    if (one.told === null) say('was told nothing');
    if (one.told === 'confirmed') {
      const [first] = recorded;
      if (!first || recorded.length > 1) say(`confirmed, and recorded ${recorded.length} times`);
      else if (one.choice !== undefined && (first.vote.choice?.style ?? null) !== one.choice)
        say('something else was recorded');
    } else if (recorded.length > 0 && !recorded.every(({ call }) => isDoubtful(world, call))) {
      say(`${one.told}, and recorded`);
    }
    if (one.act === null && one.told !== 'confirmed') say(`without any fault: ${one.told}`);
  }
  await judgeKept(
    world,
    votes.map(({ vote }) => vote),
    faults,
  );
}

function isOf({ person, day, from, until }: Done, { nth, vote }: Recorded): boolean {
  return vote.person === person.id && vote.day === day && nth >= from && nth < until;
}

function isDoubtful({ faults: { hits }, deaths }: World, call: Call): boolean {
  return (
    hits.some(({ args }) => args === call.args) ||
    deaths.some((death) => death >= call.begun && death <= call.begun + 5_000)
  );
}

async function judgeKept(world: World, votes: readonly Vote[], faults: string[]): Promise<void> {
  const { raw } = world.process();
  for (const { org, people } of world.rooms) {
    for (const { id } of people) {
      for (const day of DAYS) {
        const last = votes.findLast(({ person, day: of }) => person === id && of === day);
        if (!last) continue;
        const kept = await raw.answers.get(org, id, day);
        const wanted = last.choice?.style ?? null;
        if ((kept?.style ?? null) !== wanted)
          faults.push(`${id}: ${kept?.style} is kept of ${day}, ${wanted} was recorded last`);
      }
    }
  }
}
