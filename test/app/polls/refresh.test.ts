import { type Bot, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* A message on its way says what was true when it was drawn, and cannot be edited before its address is known. */

const DAY = '2018-07-24';
const [one, two] = people(2) as [ReturnType<typeof people>[0], ReturnType<typeof people>[0]];

let bot: Bot;
beforeEach(async () => {
  bot = await openBot('2018-07-23T12:00:00+09:00');
  await bot.team([one, two], { announce: [], remind: null });
  await bot.store.campaigns.save(aCampaign([DAY]));
});
afterEach(() => bot.close());

/** While the next message is on its way, a member answers, and it takes longer than an edit would wait. */
function answerDuringNextPost(text: string): void {
  const { post } = bot.chat;
  bot.chat.post = async (...message) => {
    bot.chat.post = post;
    await bot.says(one, text);
    await bot.core.refresh.settle();
    return post(...message);
  };
}

const edits = () => bot.chat.messages.map((message) => message.edits);
const shown = (index: number) => bot.chat.messages[index]?.card.summary;

test('without an answer, what was posted is not edited', async () => {
  await bot.at('2018-07-24T07:00:00+09:00');
  expect(edits()).toEqual([0]);
});

test('once the window has ended, the poll says so, though there was no answer', async () => {
  await bot.at('2018-07-24T07:00:00+09:00');
  const before = shown(0);
  await bot.at('2018-07-24T10:30:00+09:00');
  expect(edits()[0]).toBe(1);
  expect(shown(0)).not.toBe(before);
});

test('an answer given while the poll is posted is shown by one edit right after it', async () => {
  answerDuringNextPost('home');
  await bot.at('2018-07-24T07:00:00+09:00');
  expect(edits()).toEqual([1]);
  expect(shown(0)).toContain('Response rate: 1 of 2 (50%)');
});

test('an answer given while the closing tally is posted is shown by both messages', async () => {
  await bot.at('2018-07-24T07:00:00+09:00');
  answerDuringNextPost('home');
  await bot.at('2018-07-24T10:30:00+09:00');
  expect(edits()).toEqual([1, 1]);
  expect([shown(0), shown(1)].map((text) => text?.includes('1 of 2'))).toEqual([true, true]);
});
