import { readButton } from '../../src/app/requests/button';
import { LOCALES } from '../../src/domain/people/person';
import { translate } from '../../src/i18n/translate';
import type { TeamsClient } from '../fakes/teams/client';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import { postsIn, type Style } from './seen';
import { DAY, wait } from './time';
import type { Member, Room, World } from './world';

/**
 * What the person was told. `confirmed`: their own note of what was recorded; `refused`: that it was not, and why;
 * `cut`: nothing, or only that it takes a while.
 */
export type Told = { is: 'confirmed' } | { is: 'cut'; why: string } | { is: 'refused'; text: string };

/** Real milliseconds a person waits for their note. */
const PATIENCE = 5_000;
const LOOK = 25;

const cut = (why: string): Told => ({ is: 'cut', why });

/** Presses a button of the room's poll, at one replica; null: there is no poll to press. */
export function press(
  world: World,
  room: Room,
  member: Member,
  style: Style,
  url: string,
  random: () => number,
): Promise<Told> | null {
  const polls = postsIn(world, room).filter(({ kind }) => kind === 'open');
  const poll = polls[Math.floor(random() * polls.length)];
  if (!poll) return null;
  return 'ts' in poll.address
    ? pressOnSlack(world, poll.address, member, style, url)
    : pressOnTeams(world, poll.address, member, style, url);
}

function asks(text: string, style: Style): boolean {
  const action = readButton(text);
  return action?.kind === 'answer' && action.style === style && action.day === DAY;
}

async function pressOnSlack(
  { slack }: World,
  poll: { channel: string; ts: string },
  member: Member,
  style: Style,
  url: string,
): Promise<Told> {
  const inbound = slack.pressOf(member.id, poll, ({ value }) => asks(String(value), style));
  const answerAt = inbound.kind === 'interactive' ? new URL(String(inbound.body.response_url)).pathname : '';
  const seen = slack.ephemerals(member.id).length;
  const { acked, error, status } = await slack.resend({
    ...slack.signed(inbound),
    url: `${url}/slack/events`,
  });
  const deadline = Date.now() + (acked ? PATIENCE : 0);
  while ((slack.world.responseUrls.get(answerAt)?.uses ?? 0) === 0) {
    if (Date.now() >= deadline) return cut(acked ? 'no note' : `${error} ${status}`);
    await wait(LOOK);
  }
  const note = slack.ephemerals(member.id).slice(seen).at(-1);
  if (!note) return cut('no note');
  if (/"value":"(undo|change)\|/.test(JSON.stringify(note.blocks))) return { is: 'confirmed' };
  return { is: 'refused', text: note.text };
}

const clients = new Map<string, TeamsClient>();

function clientAt({ teams }: World, url: string): TeamsClient {
  const client = clients.get(url) ?? teams.client(`${url}/api/messages`);
  clients.set(url, client);
  return client;
}

export function closeClients(): void {
  for (const client of clients.values()) client.close();
  clients.clear();
}

async function pressOnTeams(
  world: World,
  poll: Parameters<TeamsClient['press']>[1],
  { teams }: Member,
  style: Style,
  url: string,
): Promise<Told> {
  if (!teams) return cut('nobody');
  // The card as everybody sees it: somebody's own may have been drawn in between.
  poll.views.delete(teams.id);
  const wanted = (action: Json) => asks(textOf(jsonOf(action.data).action), style);
  const pressing = clientAt(world, url).press(teams, poll, wanted);
  const told = await Promise.race([pressing.catch(() => null), wait(PATIENCE).then(() => null)]);
  if (told?.answer?.kind === 'card') return { is: 'confirmed' };
  if (told?.answer?.kind !== 'message') return cut(`Teams ${told?.status ?? 'silent'}`);
  if (isWorking(told.answer.text)) return cut('working');
  return { is: 'refused', text: told.answer.text };
}

/** Said after two and a half seconds, while the work goes on. */
function isWorking(text: string): boolean {
  return LOCALES.some((locale) => translate(locale, 'teams-adapter.working') === text);
}
