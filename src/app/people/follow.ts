import { colleaguesMeant } from '../../domain/people/colleague';
import type { Member, PersonId } from '../../domain/people/person';
import { refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import { addDays, daySpan } from '../../domain/time/calendar';
import type { FollowedDays } from '../../ports/week-views';
import type { RequestContext, RequestResult } from '../context';
import { isNamed, type PictureNeeds, pictureOf, styleOf } from '../figures/day-overview';
import { isTold } from '../figures/week-overview';
import type { IntentOf } from '../intent';
import { MOST_TEAMS, teamsOfMember } from '../teams/my-teams';

/* A person's colleagues, followed: what `who` tells of their days, in one's own panel. They are never told. */

/** As many lines as a phone shows at once. */
const MOST_FOLLOWED = 20;
const MOST_OFFERED = 8;
const DAYS_AHEAD = 6;

type Following = RequestContext<PictureNeeds | 'follows' | 'teams'>;

export async function follow(context: Following, { who }: IntentOf<'follow'>): Promise<RequestResult> {
  const known = await colleagues(context);
  const meant = meantBy(who, [...known.values()]);
  const [only, ...more] = meant.found;
  if (!only || more.length > 0) return choose(who, meant, true);
  const { core, actor, member } = context;
  const kept = await keptOf(context, known);
  if (kept.includes(only.id)) return shown(context, known, { did: 'already', name: only.name });
  if (kept.length >= MOST_FOLLOWED) return refuse('too-many-follows', { max: MOST_FOLLOWED });
  await core.follows.add(actor.org, member.id, only.id);
  return shown(context, known, { did: 'added', name: only.name });
}

export async function unfollow(context: Following, { who }: IntentOf<'unfollow'>): Promise<RequestResult> {
  const known = await colleagues(context);
  const kept = await keptOf(context, known);
  const meant = meantBy(who, followedOf(kept, known));
  const [only, ...more] = meant.found;
  if (!only || more.length > 0) return choose(who, meant, false);
  await context.core.follows.remove(context.actor.org, context.member.id, [only.id]);
  return shown(context, known, { did: 'removed', name: only.name });
}

export async function showFollowing(context: Following): Promise<RequestResult> {
  const known = await colleagues(context);
  await keptOf(context, known);
  return shown(context, known, null);
}

/** The coming days of those whom the person follows, as `who` tells them in a team of both; null: there are none. */
export async function followedDays(context: Following): Promise<FollowedDays | null> {
  const { core, actor, member } = context;
  const followed = await core.follows.of(actor.org, member.id);
  if (followed.length === 0) return null;
  return daysOf(context, await colleagues(context), followed);
}

/** The members of the person's teams that show names, who agreed to be named there. */
async function colleagues(context: Following): Promise<Map<PersonId, Member>> {
  const { core, actor, member } = context;
  const listed = await Promise.all(
    (await namingTeams(context)).map(async ({ id }) => {
      const [roster, here] = await Promise.all([
        core.people.roster(actor.org, id),
        core.agreements.within(actor.org, id, 'names'),
      ]);
      return roster.filter(
        (each) => each.id !== member.id && isNamed({ member: each, here: here.has(each.id) }),
      );
    }),
  );
  return new Map(listed.flat().map((each) => [each.id, each]));
}

async function namingTeams(context: Following): Promise<Team[]> {
  const teams = await teamsOfMember(context);
  return teams.slice(0, MOST_TEAMS).filter(({ settings }) => settings.names);
}

/** Whom the person still follows: it ends where no team of both shows their name any more. */
async function keptOf(
  { core, actor, member }: Following,
  known: ReadonlyMap<PersonId, Member>,
): Promise<PersonId[]> {
  const followed = await core.follows.of(actor.org, member.id);
  await core.follows.remove(
    actor.org,
    member.id,
    followed.filter((id) => !known.has(id)),
  );
  return followed.filter((id) => known.has(id));
}

function followedOf(followed: readonly PersonId[], known: ReadonlyMap<PersonId, Member>): Member[] {
  return followed.flatMap((id) => known.get(id) ?? []);
}

type Meant = ReturnType<typeof colleaguesMeant>;

function meantBy(who: IntentOf<'follow'>['who'], known: readonly Member[]): Meant {
  if ('name' in who) return colleaguesMeant(who.name, known);
  return { found: known.filter(({ id }) => id === who.person), near: [] };
}

function choose(who: IntentOf<'follow'>['who'], { found, near }: Meant, on: boolean): RequestResult {
  const several = found.length > 0;
  const people = (several ? found : near).slice(0, MOST_OFFERED).map(nameOf);
  return { kind: 'follow-choose', text: 'name' in who ? who.name : '', several, people, on };
}

function nameOf({ id, name, handle }: Member) {
  return { person: id, name, handle: handle ?? null };
}

async function shown(
  context: Following,
  known: ReadonlyMap<PersonId, Member>,
  change: { did: 'added' | 'already' | 'removed'; name: string } | null,
): Promise<RequestResult> {
  const followed = await context.core.follows.of(context.actor.org, context.member.id);
  const people = followedOf(followed, known).map(nameOf);
  return { kind: 'following', change, people, week: await daysOf(context, known, followed) };
}

async function daysOf(
  context: Following,
  known: ReadonlyMap<PersonId, Member>,
  followed: readonly PersonId[],
): Promise<FollowedDays | null> {
  const people = followedOf(followed, known);
  if (people.length === 0) return null;
  const { core, now, today } = context;
  const days = daySpan(today, addDays(today, DAYS_AHEAD));
  const teams = await namingTeams(context);
  const byDay = await Promise.all(
    days.map((day) => Promise.all(teams.map((team) => pictureOf(core, team, day, now)))),
  );
  const told = days.flatMap((day, index) => {
    const pictures = (byDay[index] ?? []).filter((picture) => picture.view.names && isTold(picture));
    return pictures.length === 0 ? [] : [{ day, pictures }];
  });
  const rows = people.map(({ id, name }) => ({
    name,
    styles: told.map(({ pictures }) => {
      const own = pictures.flatMap(({ members }) => members?.find((each) => each.member.id === id) ?? []);
      const styles = own.filter(isNamed).map(styleOf);
      return styles.find((style) => style !== 'no-answer') ?? styles[0] ?? null;
    }),
  }));
  return { days: told.map(({ day }) => day), shown: rows };
}
