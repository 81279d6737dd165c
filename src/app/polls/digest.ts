import type { Task } from '../../domain/agenda';
import { weekFrom } from '../../domain/digest';
import { languageOf } from '../../domain/people/language';
import type { Team } from '../../domain/teams/team';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask, Later } from '../delivery/deliver';
import { type PostNeeds, postToTeam } from '../delivery/post';
import { type PictureNeeds, pictureOf } from '../figures/day-overview';
import { isTold, namedWeek, weekDayOf } from '../figures/week-overview';
import { type ContactNeeds, contactOf, tellContact } from '../teams/contact';

/** The ports to send the digest of a week. */
export type DigestNeeds = PostNeeds | PictureNeeds | ContactNeeds;

/**
 * The week ahead as \`who\` would tell it now; a week without Telework Days and plans is left out. In the channel it has
 * counts alone: its readers change, and a post with names would outlive what people agreed to. The team's contact is
 * told names where \`who\` would tell them, that is as a member.
 */
export async function sendDigest(
  core: Ports<DigestNeeds>,
  team: Team,
  { day, kind }: Extract<Task, { kind: 'digest' | 'digest-lead' }>,
  claim: ClaimedTask,
): Promise<Outcome | Later> {
  const asked = weekFrom(day);
  const now = core.clock.now();
  const all = await Promise.all(asked.map((each) => pictureOf(core, team, each, now)));
  const told = all.filter(isTold);
  if (told.length === 0) return skipped('no-day');
  const about = { team: team.id, teamName: team.name, asked, days: told.map(weekDayOf) };
  const body = { kind: 'digest' as const, ...about, people: null, toContact: false };
  if (kind === 'digest') return postToTeam(core, team, body, claim);
  const reader = await contactAmongMembers(core, team);
  const people = reader ? namedWeek(told, 0, languageOf(reader, team)) : null;
  return tellContact(core, team, { ...body, people, toContact: true }, claim);
}

async function contactAmongMembers(core: Ports<'contacts' | 'people'>, team: Team) {
  const contact = await contactOf(core, team);
  const roster = await core.people.roster(team.org, team.id);
  return roster.find(({ id }) => id === contact?.person) ?? null;
}
