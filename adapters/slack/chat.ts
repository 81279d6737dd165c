import type { Card } from '../../src/domain/card';
import type { OrgId, Person, PersonId } from '../../src/domain/people/person';
import type { Status, StatusAccess, StatusState } from '../../src/domain/people/status';
import {
  type Chat,
  ChatError,
  type Place,
  type Post,
  type PostKey,
  type Standing,
  type UserGroup,
} from '../../src/ports/chat';
import type { ForgottenElsewhere } from '../../src/ports/forgotten-elsewhere';
import type { EarlierPosts } from './earlier-posts';
import { createEdits, type Edits } from './edits';
import { toChatError } from './errors';
import type { Groups } from './groups';
import type { MessageSender } from './message-sender';
import type { Directory } from './people';
import type { Places } from './places';
import type { RolesInPlaces } from './roles';
import type { ProfileStatus } from './statuses/profile-status';

export interface ChatParts {
  sender: MessageSender;
  earlier: EarlierPosts;
  directory: Directory;
  places: Places;
  roles: RolesInPlaces;
  groups: Groups;
  forgottenElsewhere: ForgottenElsewhere;
  status: ProfileStatus;
}

/** Slack's side of the port. */
export class SlackChat implements Chat {
  readonly #parts: ChatParts;
  readonly #edits: Edits;

  constructor(parts: ChatParts) {
    this.#parts = parts;
    this.#edits = createEdits((org, post, take) => parts.sender.edit(org, post, take));
  }

  async post(org: OrgId, place: Place, card: Card, key: PostKey): Promise<Post> {
    const known = key.mayHaveBeenSent ? await this.#parts.earlier.find(org, place, key) : null;
    return known ?? faulty(() => this.#parts.sender.post(org, place, card, key));
  }

  edit(org: OrgId, post: Post, card: Card): Promise<void> {
    return faulty(() => this.#edits.edit(org, post, card));
  }

  /** Slack does not let the bot look through direct messages: one that may have arrived is not sent again. */
  async direct(org: OrgId, person: PersonId, card: Card, key: PostKey): Promise<Post> {
    if (key.mayHaveBeenSent)
      throw new ChatError('uncertain', 'an earlier attempt may have sent this message');
    return faulty(() => this.#parts.sender.post(org, person, card, key));
  }

  async *roster(org: OrgId, place: Place): AsyncIterable<Person> {
    const { directory, places } = this.#parts;
    yield* await faulty(async () => directory.findAll(org, await places.members(org, place)));
  }

  group(org: OrgId, name: string): Promise<UserGroup | 'unsupported' | null> {
    return faulty(() => this.#parts.groups.find(org, name));
  }

  async forget(org: OrgId, person: PersonId): Promise<void> {
    await this.#parts.status.drop(org, person);
    this.#parts.directory.forgetPerson(org, person);
    await this.#parts.forgottenElsewhere.tell(org);
  }

  statusAccess(org: OrgId, person: PersonId): Promise<StatusAccess> {
    return this.#parts.status.access(org, person);
  }

  statusLink(org: OrgId, person: PersonId): Promise<string | null> {
    return this.#parts.status.link(org, person);
  }

  setStatus(
    org: OrgId,
    person: PersonId,
    status: Status | null,
    ours: readonly Status[],
  ): Promise<StatusState> {
    return this.#parts.status.set(org, person, status, ours);
  }

  dropStatusAccess(org: OrgId, person: PersonId): Promise<void> {
    return this.#parts.status.drop(org, person);
  }

  async isShared(org: OrgId, place: Place): Promise<boolean> {
    return (await faulty(() => this.#parts.places.infoNow(org, place))).shared;
  }

  standing(org: OrgId, person: PersonId): Promise<Standing> {
    const { directory, roles } = this.#parts;
    return faulty(async () => {
      const { kind } = (await directory.current(org, person)).person;
      return { kind, roles: await roles.of(org, person, null) };
    });
  }

  async mayManage(org: OrgId, person: PersonId, place: Place): Promise<boolean> {
    const { place: role } = await faulty(() => this.#parts.roles.of(org, person, place));
    return role === 'yes';
  }
}

/** An answer in an unexpected shape is a ChatError, too. */
async function faulty<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toChatError(error);
  }
}
