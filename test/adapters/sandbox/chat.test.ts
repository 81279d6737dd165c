import { createChat } from '../../../adapters/sandbox/chat';
import { memoryJournal } from '../../../adapters/sandbox/journal';
import { DEMO_OTHERS, DEMO_PEOPLE, DEMO_PLACES } from '../../../adapters/sandbox/people';
import { Platform } from '../../../adapters/sandbox/platform';
import type { Card, CardChoice, Part } from '../../../src/domain/card';
import type { Chat } from '../../../src/ports/chat';
import { aCard, describeChat, expectFault } from '../../contracts/chat';

const PLACE = 'telework-team';
const KEY = { id: 'task', mayHaveBeenSent: false, repeatable: false };

function createSubject(): { chat: Chat; platform: Platform } {
  const people = { places: DEMO_PLACES, persons: DEMO_PEOPLE, others: DEMO_OTHERS };
  const platform = new Platform(memoryJournal(), people);
  let ids = 0;
  return { platform, chat: createChat({ org: 'org', platform, now: () => 0, newId: () => `m${++ids}` }) };
}

describeChat('the sandbox', async () => {
  const { chat, platform } = createSubject();
  return {
    chat,
    org: 'org',
    place: PLACE,
    gonePlace: 'closed-channel',
    members: [...DEMO_PEOPLE, ...DEMO_OTHERS].map(({ id }) => id),
    person: 'emma',
    stranger: 'nobody',
    findsAgain: true,
    seen: async (place) => platform.channel(place).map(({ card }) => card.summary),
    seenBy: async (person) => platform.directs(person).map(({ card }) => card.summary),
    close: async () => {},
  };
});

describe('the sandbox as a platform', () => {
  const { chat, platform } = createSubject();
  const post = (card: Card) => chat.post('org', PLACE, card, KEY);
  const withParts = (parts: Part[]): Card => ({ ...aCard('text'), parts });
  const withChoice = (choices: Partial<CardChoice>[]) =>
    withParts([
      {
        kind: 'choices',
        label: '',
        choices: choices.map((one) => ({
          label: 'Yes',
          action: 'yes',
          look: 'plain',
          chosen: false,
          ...one,
        })),
      },
    ]);
  const heading: Part = { kind: 'heading', text: 'x' };

  test.each<[string, Card, string]>([
    ['an empty summary', { ...aCard('text'), summary: ' ' }, 'summary'],
    ['51 parts', withParts(Array<Part>(51).fill(heading)), 'more than 50 parts'],
    ['two choices with one action', withChoice([{}, { label: 'No' }]), 'same action'],
    ['a label of 76 characters', withChoice([{ label: 'x'.repeat(76) }]), 'label'],
    ['an empty heading', withParts([{ kind: 'heading', text: '' }]), 'parts.0.text'],
    ['a link to a script', withParts([{ kind: 'link', label: 'x', url: 'javascript:alert(1)' }]), 'url'],
  ])('refuses %s, and says what is wrong', async (_what, card, reason) => {
    await expectFault(post(card), 'invalid');
    await expect(post(card)).rejects.toThrow(reason);
    expect(platform.channel(PLACE)).toEqual([]);
  });

  test('takes what is just within its limits', async () => {
    const parts = Array<Part>(49).fill(heading);
    const { chat: other } = createSubject();
    const card = withParts([...parts, ...withChoice([{ label: 'x'.repeat(75) }]).parts]);
    expect(await other.post('org', PLACE, card, KEY)).toBe('m1');
  });

  test('knows no other organisation, and no message it did not post', async () => {
    await expectFault(chat.post('other', PLACE, aCard('text'), KEY), 'gone');
    await expectFault(chat.edit('org', 'm99', aCard('text')), 'gone');
  });

  test('shows in its roster who does not count', async () => {
    const kinds = [];
    for await (const { kind } of chat.roster('org', PLACE)) kinds.push(kind);
    expect(kinds.filter((kind) => kind === 'person')).toHaveLength(24);
    expect(kinds.filter((kind) => kind !== 'person').sort()).toEqual(['bot', 'deactivated']);
  });
});
