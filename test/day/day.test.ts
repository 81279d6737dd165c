import { translate } from '../../src/i18n/translate';
import { usePostgres } from '../support/postgres';
import { type Evidence, isQuiet, judge } from './oracle';
import { closeClients } from './press';
import { createReplica, type Replica } from './replicas';
import { clockOf, createTime, randomFrom, SPEED, wait } from './time';
import { createVoters, type Voter } from './voters';
import { addBot, createWorld, planDay } from './world';

/*
 * A Telework Day of fifty organisations on three replicas and one PostgreSQL, all of them real processes, while replicas
 * are killed every few seconds, one of their clocks is half a minute fast and another half a minute slow, the replicas
 * are restarted one after the other, and the database is gone for a minute. Time runs faster for everybody alike (see
 * `time.ts`). Windows are a few minutes long; the tick's spread and the leases are as they are.
 *
 *   06:59:45  the replicas start; yesterday's announcement is caught up with where there is time
 *   07:00     the polls of most open; kills; from 07:01 on announcements of tomorrow, and reminders
 *   07:01:30  the database is gone for a minute
 *   07:02:30  a rolling restart, without kills; the polls of every fifth organisation open meanwhile
 *   then      kills, until 07:06:05; closing from 07:05 on
 */

const SEED = Number(process.env.CHAOS_SEED ?? 20180724);
const SKEWS = [30_000, -30_000, 0];
const SILENT = 0.2;
const LATE = 0.12;
const RESTLESS = 0.5;
/** Real milliseconds from one kill to the next. */
const KILL_EVERY = [3_000, 7_000] as const;

const postgres = usePostgres();
const random = randomFrom(SEED);
const time = createTime();

function between(from: number, until: number): number {
  return from + random() * (until - from);
}

/** Who presses when: some never, some only when the window has ended. */
function plan(voters: readonly Voter[]): void {
  for (const voter of voters) {
    const lot = random();
    voter.restless = random() < RESTLESS;
    if (lot < SILENT) continue;
    voter.from =
      lot < SILENT + LATE ? time.at('07:05:00') : between(time.at('07:00:00'), time.at('07:04:40'));
  }
}

test('nothing acknowledged is lost and nothing is done twice, whatever is killed', async () => {
  const database = await postgres.create();
  time.startAt('06:50:00');
  await postgres.query(database, clockOf(time, database));
  const world = await createWorld(time, postgres.url(database));
  const teams = { ...world.teams };
  const side = {
    appId: teams.appId,
    password: teams.password,
    tenant: teams.world.home,
    settings: teams.settings,
    url: teams.url,
    login: teams.login,
  };
  const replicas = SKEWS.map((skew) =>
    createReplica(world.env, { since: time.since, speed: SPEED, skew, teams: side }),
  );
  const urls = () => replicas.flatMap((replica) => replica.url() ?? []);
  const [first] = replicas as [Replica];
  await first.start();
  await addBot(world, first.url() ?? '');
  const made = 'select count(*)::int as count from teams';
  while ((await postgres.query<{ count: number }>(database, made))[0]?.count !== world.rooms.length)
    await wait(100);
  await first.stop();
  const ids = await planDay(world, postgres.url(database), time, {
    first: ['07:00', '07:05'],
    second: ['07:02', '07:05'],
    announceAt: '07:01',
  });
  time.startAt('06:59:45');
  await postgres.query(database, clockOf(time, database));

  const kills: number[] = [];
  const starting = new Set<Promise<void>>();
  const start = (replica: Replica) => {
    const run: Promise<void> = replica.start().finally(() => starting.delete(run));
    starting.add(run);
    return run;
  };
  async function killUntil(instant: number): Promise<void> {
    for (;;) {
      await wait(between(...KILL_EVERY));
      if (time.now() >= instant) return;
      const alive = replicas.filter((replica) => replica.url() !== null);
      const victim = alive[Math.floor(random() * alive.length)];
      if (!victim) continue;
      await victim.kill();
      kills.push(time.now());
      void start(victim);
    }
  }

  await Promise.all(replicas.map(start));
  const voters = createVoters(world, time, urls, random);
  plan(voters.all);
  const voting = voters.pressUntil(time.at('07:04:40'));

  await time.until(time.at('07:00:00'));
  await killUntil(time.at('07:01:30'));
  await Promise.all(starting);
  const killedBefore = kills.length;

  const away = time.now();
  await postgres.stop();
  await time.until(away + 60_000);
  await postgres.start();
  const back = time.now();

  for (const replica of replicas) {
    expect(await replica.stop()).toBe(0);
    await start(replica);
  }
  await killUntil(time.at('07:04:50'));
  await voting;
  await voters.settle(time.at('07:04:59'), () => false);

  await time.until(time.at('07:05:00'));
  const late = voters.settle(time.at('07:07:00'), ({ from }) => from !== null && from >= time.at('07:05:00'));
  await killUntil(time.at('07:06:05'));
  await Promise.all(starting);
  await late;

  const evidence: Evidence = { world, voters: voters.all, kills, ids, postgres, database };
  const deadline = time.at('07:09:00');
  while (time.now() < deadline && !(await isQuiet(evidence))) await wait(500);
  const { faults, counts } = await judge(evidence);

  const told = voters.all.flatMap(({ member, presses }) => presses.map((press) => ({ ...press, member })));
  const during = told.filter(({ at, toldAt }) => at > away + 1_000 && toldAt < back);
  const inOutage = (is: string) => during.filter((press) => press.told.is === is).length;
  const wrong = during.filter(
    ({ told: { is, ...more }, member }) =>
      is === 'refused' &&
      !('text' in more && more.text.includes(translate(member.locale, 'refusal.try-again'))),
  );
  // A replica that has never met somebody cannot look their language up now: it speaks its default language.
  const strangers = wrong.filter(
    ({ told }) => 'text' in told && told.text.includes(translate('en', 'refusal.try-again')),
  );
  for (const press of wrong.filter((one) => !strangers.includes(one)).slice(0, 3))
    faults.push(`refused in the outage with ${JSON.stringify(press.told)}`);
  Object.assign(counts, {
    'organisations without a poll': world.rooms.length - ids.size,
    kills: kills.length,
    'replicas that ended by themselves': replicas.reduce((sum, replica) => sum + replica.ended(), 0),
    'presses refused while the database was gone': inOutage('refused'),
    'of these in the default language: that replica had never met them': strangers.length,
    'presses cut while the database was gone': inOutage('cut'),
    'presses confirmed while the database was gone': inOutage('confirmed'),
    'seconds until all was quiet after 07:05': Math.round((time.now() - time.at('07:05:00')) / 1_000),
  });
  const report = Object.entries(counts).map(([what, value]) => `${String(value).padStart(7)}  ${what}`);
  process.stdout.write(`seed ${SEED}, ${world.rooms.length} teams\n${report.join('\n')}\n`);
  if (faults.length > 0 || process.env.CHAOS_LOG) {
    const slots = new Map<string, number>();
    for (const {
      at,
      told: { is, ...more },
    } of told) {
      const slot = `${Math.floor((at - time.at('07:00:00')) / 30_000)} ${is} ${'why' in more ? more.why : ''}`;
      slots.set(slot, (slots.get(slot) ?? 0) + 1);
    }
    process.stdout.write(`${JSON.stringify([...slots])}\n${faults.slice(0, 20).join('\n')}\n`);
    const lines = replicas.flatMap(({ complaints }) => complaints);
    const texts = lines.map(
      (line) => `${/"msg":"([^"]*)"/.exec(line)?.[1]} ${/"message":"([^"]*)"/.exec(line)?.[1]}`,
    );
    const tally = new Map<string, number>();
    for (const text of texts) tally.set(text, (tally.get(text) ?? 0) + 1);
    process.stdout.write(`${JSON.stringify([...tally], null, 1)}\n`);
  }

  await Promise.all(replicas.map((replica) => replica.stop()));
  closeClients();
  await world.close();
  expect(inOutage('confirmed')).toBe(0);
  expect(inOutage('refused')).toBeGreaterThan(inOutage('cut'));
  expect(killedBefore).toBeGreaterThan(0);
  expect(faults).toEqual([]);
}, 600_000);
