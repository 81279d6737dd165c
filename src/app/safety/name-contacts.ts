import type { Right } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import { contactsNamed, namesTyped } from '../../domain/safety/contacts';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import type { IntentOf } from '../intent';
import { type OwnTeamNeeds, ownTeam } from '../teams/own-team';
import { namesOf } from './contacts';

/** Names the people who are told where help is needed, in place of those before. */
export async function nameContacts(
  context: RequestContext<OwnTeamNeeds | 'safety'>,
  { names: typed }: IntentOf<'safety-contacts'>,
  right: Right<'set-up-team'>,
): Promise<RequestResult> {
  return unlessRefused(await ownTeam(context, right), async (team) => {
    const { core } = context;
    const names = namesTyped(typed);
    const [roster, byId] = await Promise.all([
      core.people.roster(team.org, team.id),
      Promise.all(names.map((name) => core.people.get(team.org, name))),
    ]);
    const contacts = contactsNamed(names, [...roster, ...byId.filter((member) => member !== null)]);
    if (isRefusal(contacts)) return contacts;
    await core.safety.setContacts(team.org, team.id, contacts, core.clock.now());
    const shown = await namesOf(core, team, contacts);
    const asks = team.settings.safety === true;
    return { kind: 'safety-contacts', teamName: team.name, contacts: shown, asks };
  });
}
