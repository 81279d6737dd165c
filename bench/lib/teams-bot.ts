import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { encodeButton, readButton } from '../../src/app/requests/button';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import { openStore, STORE_FILE } from '../../src/store';
import { actionsOf } from '../../test/fakes/teams/card-actions';
import { type FakeTeams, startFakeTeams } from '../../test/fakes/teams/fake-teams';
import { type Json, jsonOf, textOf } from '../../test/fakes/teams/json';
import type { SeenMessage } from '../../test/fakes/teams/messages';
import type { Conversation, Person } from '../../test/fakes/teams/world';
import { type Server, startServer } from './child';
import { toWire } from './http-client';
import type { TeamsSide } from './teams-core';

export const DAY = '2018-07-24';
const STYLES: readonly WorkStyle[] = ['home', 'satellite', 'mobile', 'office', 'leave'];
const PATIENCE_MS = 30_000;

/** A team on the fake of Microsoft with one open poll, the bot as a process, and the bare one. */
export interface TeamsRig {
  bot: Server;
  bare: Server;
  /** Presses on the poll's buttons with a good token, by everybody in turn, as whole HTTP requests. */
  presses(server: Server, count: number): string[];
  /** Stops the bot, and says how many answers its database holds. */
  stopBot(): Promise<number>;
  close(): Promise<void>;
}

export function sideOf(fake: FakeTeams): TeamsSide {
  const { appId, password, settings, url, login } = fake;
  return { appId, password, settings, url, login, tenant: fake.world.home };
}

export async function openTeamsRig(voters: number): Promise<TeamsRig> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-bench-'));
  const fake = await startFakeTeams({ now: Date.now });
  const people = fake.world.people(voters);
  const { general } = fake.world.team('Bench', { members: people });
  const org = `teams:${fake.world.home}`;
  await planDay(folder, org);
  const env = {
    BENCH_SIDE: JSON.stringify(sideOf(fake)),
    BENCH_FOLDER: folder,
    BENCH_NOW: `${DAY}T07:30:00+09:00`,
  };
  const bot = await startServer(join(__dirname, '../servers/teams-bot.js'), { env });
  const bare = await startServer(join(__dirname, '../servers/bare-teams.js'), { env });
  const client = fake.client(addressOf(bot));
  const first = people[0] as Person;
  await client.install(first, general);
  const poll = await pollIn(fake, general);
  const { activity } = await client.press(first, poll, isAnswer('home'));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    authorization: `Bearer ${fake.tokens.good(textOf(activity.serviceUrl))}`,
  };
  let pressed = 0;

  function press(url: string): string {
    pressed += 1;
    const style = STYLES[(pressed * 7) % STYLES.length] ?? 'home';
    const person = people[pressed % people.length] ?? first;
    return toWire(url, headers, JSON.stringify(pressBy(activity, person, style)));
  }

  return {
    bot,
    bare,
    presses: (server, count) => Array.from({ length: count }, () => press(addressOf(server))),
    async stopBot() {
      client.close();
      await bot.stop();
      return answersIn(folder, org, general.id);
    },
    async close() {
      await bare.stop();
      await fake.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same press by another person, of another button. */
function pressBy(activity: Json, { id, name, aad }: Person, style: WorkStyle): Json {
  const made = structuredClone(activity);
  const data = jsonOf(jsonOf(jsonOf(made.value).action).data);
  const action = readButton(textOf(data.action));
  if (action?.kind !== 'answer') throw new Error('this is not a press of an answer');
  data.action = encodeButton({ ...action, style });
  return { ...made, id: `f:${randomUUID()}`, from: { id, name, aadObjectId: aad } };
}

function addressOf({ port }: Server): string {
  return `http://127.0.0.1:${port}/api/messages`;
}

export function isAnswer(style: WorkStyle): (action: Json) => boolean {
  return (action) => {
    const decoded = readButton(textOf(jsonOf(action.data).action));
    return decoded?.kind === 'answer' && decoded.style === style && decoded.day === DAY;
  };
}

/** Of all posts only the poll asks for an answer and shows who is where. */
export function isPoll({ card }: SeenMessage): boolean {
  const actions = actionsOf(card ?? {});
  const isWho = (action: Json) => readButton(textOf(jsonOf(action.data).action))?.kind === 'who';
  return actions.some(isWho) && actions.some(isAnswer('home'));
}

async function planDay(folder: string, org: string): Promise<void> {
  const store = await openStore({ file: join(folder, STORE_FILE), now: Date.now });
  const days = [{ day: DAY, core: true }];
  await store.campaigns.save({ org, id: 'bench', name: 'Core day', days, target: null, ended: false });
  await store.close();
}

async function pollIn(fake: FakeTeams, place: Conversation): Promise<SeenMessage> {
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS; await wait(20)) {
    const found = fake.messages(place).find(isPoll);
    if (found) return found;
  }
  throw new Error('the bot opened no poll');
}

async function answersIn(folder: string, org: string, place: string): Promise<number> {
  const store = await openStore({ file: join(folder, STORE_FILE), now: Date.now });
  const team = await store.teams.at(org, place);
  const { groups } = await store.polls.count(org, team?.id ?? '', DAY, Number.POSITIVE_INFINITY);
  await store.close();
  return groups.reduce((sum, { count }) => sum + count, 0);
}
