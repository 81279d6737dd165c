import { createLog } from '../src/log';

function record(level: Parameters<typeof createLog>[0] = 'debug') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line: string) => lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') };
}

test('a line is JSON with its level, time, fields and text', () => {
  const { log, lines, last } = record();
  log.info({ team: 't1', count: 3 }, 'poll opened');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/\n$/);
  expect(last()).toEqual({
    level: 'info',
    time: expect.any(Number),
    team: 't1',
    count: 3,
    msg: 'poll opened',
  });
});

test('what is below the level is not written', () => {
  const { log, lines } = record('warn');
  log.debug({}, 'a');
  log.info({}, 'b');
  log.warn({}, 'c');
  log.error({}, 'd');
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(['warn', 'error']);
});

test.each([
  'name',
  'text',
  'token',
  'answer',
  'choice',
  'style',
  'body',
  'authorization',
  'password',
  'summary',
])('the field %s is hidden, at the top and below', (key) => {
  const { log, lines } = record();
  log.error(
    { [key]: 'Haruka', a: { [key]: 'Haruka', b: { [key]: ['Haruka'] } }, list: [{ [key]: 'Haruka' }] },
    'x',
  );
  expect(lines[0]).not.toContain('Haruka');
  expect(lines[0]).toContain('[hidden]');
});

test('the fields of the caller are left as they were', () => {
  const fields = { name: 'Haruka', inner: { token: 't' } };
  record().log.info(fields, 'x');
  expect(fields).toEqual({ name: 'Haruka', inner: { token: 't' } });
});

describe('an error', () => {
  test('keeps type, message, stack, code, kind and causes', () => {
    const { log, last } = record();
    const cause = Object.assign(new Error('connection reset'), { code: 'ECONNRESET' });
    log.error({ err: Object.assign(new TypeError('post failed', { cause }), { kind: 'uncertain' }) }, 'x');
    expect(last().err).toEqual({
      type: 'TypeError',
      message: 'post failed',
      kind: 'uncertain',
      stack: expect.stringContaining('log.test.ts'),
      cause: {
        type: 'Error',
        message: 'connection reset',
        code: 'ECONNRESET',
        stack: expect.any(String),
      },
    });
  });

  test('loses everything else: requests carry tokens', () => {
    const { log, lines } = record();
    log.error(
      { err: Object.assign(new Error('failed'), { config: { auth: 'xoxb-1' }, request: 'xoxb-1' }) },
      'x',
    );
    expect(lines[0]).not.toContain('xoxb-1');
  });

  test('may hold several, or be its own cause', () => {
    const { log, last } = record();
    const error = new AggregateError([new Error('one'), new Error('two')], 'both');
    error.cause = error;
    log.error({ err: error }, 'x');
    expect(last().err.errors.map(({ message }: Error) => message)).toEqual(['one', 'two']);
    expect(last().err.cause.message).toBe('both');
  });

  test('that is none shows its type alone', () => {
    const { log, lines, last } = record();
    log.error({ err: 'xoxb-1' }, 'x');
    log.error({ err: null }, 'x');
    expect(lines[0]).not.toContain('xoxb-1');
    expect(last().err).toEqual({ type: 'object', message: 'a value that is not an error was thrown' });
  });
});
