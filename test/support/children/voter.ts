import { writeSync } from 'node:fs';
import type { Vote } from '../../../src/ports/store/answers';
import { openStore } from '../../../src/store';

/*
 * Votes until it is killed, 32 at a time, and prints one line for each vote that was acknowledged, at once:
 * `node -r run-ts.js voter.ts <file or address> <round>`.
 */

const AT_ONCE = 32;
const [database = '', round = ''] = process.argv.slice(2);
const place = database.startsWith('postgres:') ? { url: database } : { file: database };

async function main(): Promise<void> {
  const store = await openStore({ ...place, now: () => 0 });
  let count = 0;
  const lane = async () => {
    for (;;) {
      count += 1;
      const vote = nthVote(count);
      const { seq } = await store.answers.record(vote);
      writeSync(1, `${vote.person} ${vote.choice?.style} ${seq}\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Everybody answers `home`, and every other one changes to `office` a little later. */
function nthVote(count: number): Vote {
  const changed = count % 3 === 0;
  const person = `${round}-${changed ? count - 2 : count}`;
  const style = changed ? 'office' : 'home';
  const choice = { style, arrival: null } as const;
  return {
    org: 'org',
    person,
    day: '2018-07-24',
    choice,
    at: count,
    source: 'button',
    team: null,
    agrees: null,
  };
}

main();
