import { dedupeFaultLog } from '../../src/main/dedupe-fault-log';
import type { Log } from '../../src/ports/log';
import { StoreError } from '../../src/store';

/* Thousands of requests may meet the same fault of the database: the operator reads it once. */

let now = 0;
let lines: { level: string; fields: Record<string, unknown>; text: string }[] = [];
const into = (level: string) => (fields: Record<string, unknown>, text: string) => {
  lines.push({ level, fields, text });
};
const inner: Log = { debug: into('debug'), info: into('info'), warn: into('warn'), error: into('error') };
let log = dedupeFaultLog(inner, { now: () => now });
beforeEach(() => {
  now = 0;
  lines = [];
  log = dedupeFaultLog(inner, { now: () => now });
});

const full = () => new StoreError('full', 'Database x cannot grow. Free some space.');
const texts = () => lines.map(({ text }) => text);

test('a fault of the database is told once, whoever meets it, and again after a minute with their number', () => {
  log.error({ err: full() }, 'first');
  log.warn({ err: full() }, 'second');
  log.error({ err: new Error('task', { cause: full() }) }, 'third');
  now = 59_999;
  log.error({ err: full() }, 'fourth');
  expect(texts()).toEqual(['first']);
  now = 60_000;
  log.warn({ err: full(), team: 't' }, 'fifth');
  expect(lines.at(-1)).toEqual({
    level: 'warn',
    fields: { err: expect.objectContaining({ kind: 'full' }), team: 't', leftOut: 3 },
    text: 'fifth',
  });
  now = 120_000;
  log.error({ err: full() }, 'sixth');
  expect(lines.at(-1)?.fields).not.toHaveProperty('leftOut');
});

test('another fault is told beside it', () => {
  log.error({ err: full() }, 'full');
  log.error({ err: new StoreError('unavailable', 'Database x cannot be reached.') }, 'away');
  expect(texts()).toEqual(['full', 'away']);
});

test('everything else is told each time', () => {
  for (let time = 0; time < 2; time += 1) {
    log.debug({ err: full() }, 'debug');
    log.info({}, 'info');
    log.warn({}, 'warn');
    log.error({ err: new Error('a fault of ours') }, 'error');
    log.error({ err: new StoreError('constraint', 'refused') }, 'data');
  }
  const each = ['debug', 'info', 'warn', 'error', 'data'];
  expect(texts()).toEqual([...each, ...each]);
});

test('requests refused for one reason are logged once a minute, with their number', () => {
  for (let count = 0; count < 1_000; count += 1) log.warn({ refused: 'not signed' }, 'request refused');
  log.warn({ refused: 'too large' }, 'request refused');
  expect(lines.map(({ fields }) => fields.refused)).toEqual(['not signed', 'too large']);
  now = 60_000;
  log.warn({ refused: 'not signed' }, 'request refused');
  expect(lines.at(-1)?.fields).toEqual({ refused: 'not signed', leftOut: 999 });
});
