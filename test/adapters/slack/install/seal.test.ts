import { createSealer, SealError } from '../../../../adapters/slack/install';
import { KEY, OTHER_KEY } from './fixture';

const TEXT = '{"botToken":"xoxb-1","name":"在宅勤務"}';
const sealer = createSealer(KEY);

function faultOf(run: () => unknown): SealError {
  try {
    run();
  } catch (error) {
    if (error instanceof SealError) return error;
  }
  throw new Error('it was opened');
}

test('a sealed text opens in its context, and shows nothing of its content', () => {
  const sealed = sealer.seal(TEXT, 'install:T1');
  expect(sealer.open(sealed, 'install:T1')).toBe(TEXT);
  expect(sealed).not.toContain('xoxb');
  expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('xoxb');
});

test('the same text never looks the same', () => {
  const all = Array.from({ length: 50 }, () => sealer.seal(TEXT, 'x'));
  expect(new Set(all).size).toBe(50);
});

test('a text sealed for one workspace does not open for another', () => {
  expect(faultOf(() => sealer.open(sealer.seal(TEXT, 'install:T1'), 'install:T2')).kind).toBe('damaged');
});

test('a change of any byte is noticed', () => {
  const [version, id, body = ''] = sealer.seal(TEXT, 'x').split('.');
  const bytes = Buffer.from(body, 'base64url');
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
    const sealed = [version, id, changed.toString('base64url')].join('.');
    expect(faultOf(() => sealer.open(sealed, 'x')).kind).toBe('damaged');
  }
});

test.each(['', 'v1', 'v1.x.y', 'v2.00000000.AAAA', 'xoxb-1-plain'])('%j was not sealed', (sealed) => {
  expect(faultOf(() => sealer.open(sealed, 'x')).message).toContain('ENCRYPTION_KEY');
});

test('a sealed text that was cut is damaged', () => {
  const sealed = sealer.seal('', 'x');
  expect(faultOf(() => sealer.open(sealed.slice(0, -4), 'x')).kind).toBe('damaged');
});

test('a missing key is named, with the cure', () => {
  const fault = faultOf(() => createSealer(OTHER_KEY).open(sealer.seal(TEXT, 'x'), 'x'));
  expect(fault.kind).toBe('other-key');
  expect(fault.message).toContain('ENCRYPTION_KEY is not the key');
  expect(fault.message).not.toContain(KEY);
});

test('a new key before the old one: the old one still opens, the new one seals', () => {
  const both = createSealer(`${OTHER_KEY},${KEY}`);
  const old = sealer.seal(TEXT, 'x');
  expect(both.open(old, 'x')).toBe(TEXT);
  expect(both.isOld(old)).toBe(true);
  const fresh = both.seal(TEXT, 'x');
  expect(both.isOld(fresh)).toBe(false);
  expect(createSealer(OTHER_KEY).open(fresh, 'x')).toBe(TEXT);
});
