import { openSandboxBot, type SandboxBot } from '../../../support/sandbox-bot';

let sandboxBot: SandboxBot;

beforeAll(async () => {
  sandboxBot = await openSandboxBot();
});

afterAll(() => sandboxBot.close());

interface Stream {
  /** Waits for the next event of this name, and gives its data. */
  next(event: string): Promise<unknown>;
  /** Resolves when the server has ended the stream. */
  ended(): Promise<void>;
  leave(): void;
}

async function listen(): Promise<Stream> {
  const leaving = new AbortController();
  const response = await fetch(`${sandboxBot.url}/sandbox/api/events`, { signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  let text = '';

  async function more(): Promise<boolean> {
    const { value = '', done } = await (reader as NonNullable<typeof reader>).read();
    text += value;
    return !done;
  }

  return {
    async next(event) {
      const shape = new RegExp(`event: ?${event}\\n(?:id:.*\\n)?data: ?(.*)\\n\\n`);
      let found = shape.exec(text);
      while (!found && (await more())) found = shape.exec(text);
      if (!found) throw new Error(`the stream ended without ${event}`);
      text = text.slice(found.index + found[0].length);
      return JSON.parse(found[1] ?? '');
    },
    async ended() {
      while (await more());
    },
    leave: () => leaving.abort(),
  };
}

test('open pages hear of changes and of the clock', async () => {
  const [one, other] = [await listen(), await listen()];
  await sandboxBot.says('emma', 'help');
  expect(await one.next('changed')).toEqual({});
  expect(await other.next('changed')).toEqual({});
  await sandboxBot.post('/sandbox/api/clock', { speed: 0, now: '2018-07-20T10:00:00+09:00' });
  // Pages are also told the time now and then: before it was moved, too.
  const moved = { now: '2018-07-20T01:00:00Z', speed: 0, real: false };
  let clock = await one.next('clock');
  while (JSON.stringify(clock) !== JSON.stringify(moved)) clock = await one.next('clock');
  one.leave();
  other.leave();
});

test('a page that left disturbs nobody', async () => {
  const [gone, staying] = [await listen(), await listen()];
  gone.leave();
  await sandboxBot.says('emma', 'help');
  expect(await staying.next('changed')).toEqual({});
  staying.leave();
});

test('a hundred pages may be open; the next one is refused, and served once another has left', async () => {
  const streams = await Promise.all(Array.from({ length: 100 }, listen));
  const { status, headers } = await fetch(`${sandboxBot.url}/sandbox/api/events`);
  expect([status, headers.get('retry-after')]).toEqual([503, '10']);
  for (const stream of streams) stream.leave();
  let again = 503;
  while (again === 503) {
    const leaving = new AbortController();
    again = (await fetch(`${sandboxBot.url}/sandbox/api/events`, { signal: leaving.signal })).status;
    leaving.abort();
  }
  expect(again).toBe(200);
});

test('closing ends every stream, so that the server can stop', async () => {
  const stream = await listen();
  sandboxBot.sandbox.close();
  await stream.ended();
});
