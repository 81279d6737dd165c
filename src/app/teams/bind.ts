import { phaseOf } from '../../domain/answers/poll';
import { platformAt } from '../../domain/people/addresses';
import type { Right } from '../../domain/permissions';
import { type Refusal, refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import { addDays, type Millis } from '../../domain/time/calendar';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import type { IntentOf } from '../intent';
import { type OwnTeamNeeds, ownTeam } from './own-team';
import { type RosterNeeds, syncRoster } from './roster';
import { heardOfSharing } from './shared-channel';

/*
 * A team in two channels: an administrator of the first gets a code, and one of the second types it there. Knowing
 * the code and having the right to set up the second channel is enough to bind it.
 */

/** Letters and digits that are not taken for each other, also when they are read out. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;
const LIFE_MS: Millis = 60 * 60_000;

export function bind(
  context: RequestContext<OwnTeamNeeds | 'bindingCodes' | 'isJoined'>,
  { code }: IntentOf<'bind'>,
  right: Right<'set-up-team'>,
): Promise<RequestResult> {
  return code === null ? offer(context, right) : accept(context, code);
}

async function offer(
  context: RequestContext<OwnTeamNeeds | 'bindingCodes' | 'isJoined'>,
  right: Right<'set-up-team'>,
): Promise<RequestResult> {
  const { core, actor } = context;
  if (actor.place === null) return refuse('no-team');
  if (!core.isJoined(actor.org)) return refuse('bind-alone');
  return unlessRefused(await ownTeam(context, right), async (team) => {
    if (team.secondChannel) return refuse('bind-already');
    const code = codeOf(core.newId());
    await core.bindingCodes.offer(code, team.org, team.id, LIFE_MS);
    return { kind: 'bind-offer', teamName: team.name, code: `${code.slice(0, 4)}-${code.slice(4)}` };
  });
}

async function accept(
  context: RequestContext<RosterNeeds | 'bindingCodes' | 'clock' | 'polls' | 'refresh' | 'teams'>,
  code: string,
): Promise<RequestResult> {
  const { core, actor, team: own } = context;
  const { place } = actor;
  if (place === null) return refuse('no-team');
  return unlessRefused(await offeredBy(context, code), async (team) => {
    const refusal = refusalFor(team, own, place) ?? (own && (await pollRefusal(context, own)));
    if (refusal) return refusal;
    if (!(await core.bindingCodes.use(code))) return refuse('bind-code');
    const bound = await core.teams.bind(team.org, team.id, place);
    if (!bound) return refuse('bind-code');
    if (actor.shared) await heardOfSharing(core, bound, actor.shared);
    await syncRoster(core, bound);
    // A poll that is open says from now on that it shows counts only.
    for (const { day } of await openPolls(context, bound)) core.refresh.touch(bound.org, bound.id, day);
    const namesOff = team.settings.names;
    return { kind: 'bound', teamName: bound.name, dropped: own !== null, namesOff };
  });
}

async function offeredBy(
  { core, actor }: RequestContext<'bindingCodes' | 'teams'>,
  code: string,
): Promise<Team | Refusal> {
  const offer = await core.bindingCodes.find(code);
  if (!offer) return refuse('bind-code');
  if (offer.org !== actor.org) return refuse('bind-not-joined');
  return (await core.teams.get(offer.org, offer.team)) ?? refuse('bind-code');
}

function refusalFor(team: Team, own: Team | null, place: string): Refusal | null {
  if (platformAt(team.org, team.place) === platformAt(team.org, place)) return refuse('bind-same-platform');
  return team.secondChannel || own?.secondChannel ? refuse('bind-already') : null;
}

/** Its buttons would lead nowhere. */
async function pollRefusal(context: RequestContext<'polls'>, own: Team): Promise<Refusal | null> {
  const open = await openPolls(context, own);
  return open.length > 0 ? refuse('bind-poll-open') : null;
}

/** The polls of the team that take answers, in any time zone. */
async function openPolls({ core, today, now }: RequestContext<'polls'>, { org, id }: Team) {
  const polls = await core.polls.list(org, id, addDays(today, -1), addDays(today, 1));
  return polls.filter((poll) => phaseOf(poll, now) !== 'over');
}

/** Leaves the team in its first place alone, wherever this is typed. */
export async function unbind(context: RequestContext<RosterNeeds | 'teams'>): Promise<RequestResult> {
  const { core, actor, team } = context;
  if (actor.place === null) return refuse('no-team');
  if (!team?.secondChannel) return refuse('not-bound');
  const alone = await core.teams.change(team.org, team.id, (now) => ({ ...now, secondChannel: null }));
  if (alone) await syncRoster(core, alone);
  return { kind: 'unbound', teamName: team.name };
}

/** Forty random bits of a new id, as eight letters. */
function codeOf(id: string): string {
  let bits = Number.parseInt(id.replaceAll(/[^0-9a-f]/giu, '').slice(0, 10) || '0', 16);
  let code = '';
  for (let place = 0; place < LENGTH; place++) {
    code += LETTERS[bits % LETTERS.length];
    bits = Math.floor(bits / LETTERS.length);
  }
  return code;
}
