import type { Card } from '../../src/domain/card';
import type { OrgId, PersonId } from '../../src/domain/people/person';
import { type Chat, ChatError, type Place, type Post, type PostKey } from '../../src/ports/chat';

/** A chat platform to be tried out, with what the suite must know of it. */
export interface ChatSubject {
  chat: Chat;
  org: OrgId;
  place: Place;
  /** An address of the same form, of a channel that is no more. */
  gonePlace: Place;
  /** Ids of everybody in the place, in any order. */
  members: readonly PersonId[];
  /** Somebody of them to whom the bot may write, and one whom the platform does not know. */
  person: PersonId;
  stranger: PersonId;
  /** Whether the platform finds a post again by its key, when asked with `again`. */
  findsAgain: boolean;
  /** What people see in the place, and what this person sees in private, oldest first, as text. */
  seen(place: Place): Promise<string[]>;
  seenBy(person: PersonId): Promise<string[]>;
  close(): Promise<void>;
}

/** A poll may be posted twice where the platform finds nothing again; anything else may not. */
const FIRST: PostKey = { id: 'org/team/open/2018-07-24/', mayHaveBeenSent: false, repeatable: true };
const SECOND: PostKey = { id: 'org/team/close/2018-07-24/', mayHaveBeenSent: false, repeatable: false };

export function aCard(text: string): Card {
  return {
    locale: 'en',
    tone: 'news',
    summary: text,
    parts: [
      { kind: 'heading', text },
      {
        kind: 'choices',
        label: '',
        choices: [{ label: 'Yes', action: 'yes', look: 'primary', chosen: false }],
      },
    ],
  };
}

/** What every chat platform must do for the core. The factory gives a fresh one for each test. */
export function describeChat(name: string, factory: () => Promise<ChatSubject>): void {
  describe(`chat on ${name}`, () => {
    let subject: ChatSubject;
    beforeEach(async () => {
      subject = await factory();
    });
    afterEach(() => subject.close());

    const post = (text: string, key: PostKey) =>
      subject.chat.post(subject.org, subject.place, aCard(text), key);
    const texts = () => subject.seen(subject.place);

    test('posts in the order of the calls', async () => {
      await post('first', FIRST);
      await post('second', SECOND);
      expect(await texts()).toEqual([expect.stringContaining('first'), expect.stringContaining('second')]);
    });

    test('gives every message an address of its own, which only the platform reads', async () => {
      const posts = [
        await post('first', FIRST),
        await post('second', SECOND),
        await subject.chat.direct(subject.org, subject.person, aCard('third'), {
          id: 'task-3',
          mayHaveBeenSent: false,
          repeatable: false,
        }),
      ];
      expect(new Set(posts).size).toBe(3);
      for (const address of posts) expect(typeof address).toBe('string');
    });

    test('edits what was posted, where it stands', async () => {
      const first = await post('before', FIRST);
      await post('below', SECOND);
      await subject.chat.edit(subject.org, first, aCard('after'));
      expect(await texts()).toEqual([expect.stringContaining('after'), expect.stringContaining('below')]);
    });

    test('writes to one person in private, and edits that too', async () => {
      const direct = await subject.chat.direct(subject.org, subject.person, aCard('secret'), FIRST);
      expect(await texts()).toEqual([]);
      expect(await subject.seenBy(subject.person)).toEqual([expect.stringContaining('secret')]);
      await subject.chat.edit(subject.org, direct, aCard('news'));
      expect(await subject.seenBy(subject.person)).toEqual([expect.stringContaining('news')]);
    });

    test('finds the first post again, where it can', async () => {
      const first = await post('once', FIRST);
      const again = await post('once', { ...FIRST, mayHaveBeenSent: true });
      expect(await texts()).toHaveLength(subject.findsAgain ? 1 : 2);
      expect(again === first).toBe(subject.findsAgain);
    });

    test('names everybody in the place once, with what the domain needs to know', async () => {
      const roster = [];
      for await (const person of subject.chat.roster(subject.org, subject.place)) roster.push(person);
      expect(roster.map(({ id }) => id).sort()).toEqual([...subject.members].sort());
      for (const person of roster) {
        expect(
          Object.keys(person)
            .filter((key) => key !== 'handle')
            .sort(),
        ).toEqual([...['id', 'kind', 'locale', 'name', 'timeZone']]);
        expect(person.name).not.toBe('');
      }
    });

    test.each<[string, (chat: Chat, org: OrgId) => Promise<unknown>]>([
      ['posting', (chat, org) => chat.post(org, subject.gonePlace, aCard('hello'), FIRST)],
      ['its roster', (chat, org) => drain(chat.roster(org, subject.gonePlace))],
    ])('says of a place that is no more: gone (%s)', async (_what, call) => {
      await expectFault(call(subject.chat, subject.org), 'gone');
    });

    test('says of a person it does not know: gone', async () => {
      await expectFault(subject.chat.direct(subject.org, subject.stranger, aCard('hello'), FIRST), 'gone');
    });
  });
}

async function drain(persons: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of persons);
}

/** The call fails with a fault of this kind, and nothing but a ChatError. */
export async function expectFault(call: Promise<Post | unknown>, kind: ChatError['kind']): Promise<void> {
  const error = await call.then(
    () => null,
    (fault: unknown) => fault,
  );
  expect(error).toBeInstanceOf(ChatError);
  expect((error as ChatError).kind).toBe(kind);
}
