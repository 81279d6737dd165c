import { createEdits } from '../../../adapters/slack/edits';
import { aCard } from '../../contracts/chat';

/** Sends one at a time, each when the test lets it. */
function slowPlatform() {
  const sent: string[] = [];
  const gates: (() => void)[] = [];
  const gate = () => new Promise<void>((resolve) => gates.push(resolve));
  const edits = createEdits(async (_org, post, take) => {
    await gate();
    const { summary } = take();
    await gate();
    sent.push(`${post} ${summary}`);
  });
  return {
    sent,
    edit: (post: string, text: string) => edits.edit('org', post, aCard(text)),
    async step() {
      gates.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('a change that arrives while an edit waits goes with it; one that arrives while it is sent follows it', async () => {
  const { sent, edit, step } = slowPlatform();
  const done: string[] = [];
  const track = (text: string) => edit('post', text).then(() => done.push(text));
  const all = [track('1'), track('2')];
  await step();
  all.push(track('3'), track('4'));
  await step();
  expect(sent).toEqual(['post 2']);
  expect(done).toEqual([]);
  await step();
  await step();
  await Promise.all(all);
  expect(sent).toEqual(['post 2', 'post 4']);
});

test('messages do not wait for each other, and one that failed can be edited again', async () => {
  const { sent, edit, step } = slowPlatform();
  const all = [edit('a', '1'), edit('b', '1')];
  for (let n = 0; n < 4; n++) await step();
  await Promise.all(all);
  expect(sent.sort()).toEqual(['a 1', 'b 1']);
  let fails = true;
  const edits = createEdits(async () => {
    if (fails) throw new Error('not now');
  });
  await expect(edits.edit('org', 'a', aCard('x'))).rejects.toThrow('not now');
  fails = false;
  await expect(edits.edit('org', 'a', aCard('x'))).resolves.toBeUndefined();
});
