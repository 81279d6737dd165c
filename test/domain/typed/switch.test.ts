import fc from 'fast-check';
import { isNone, readSwitch } from '../../../src/domain/typed/switch';

describe('a switch', () => {
  it.each(['on', 'YES', 'true', '1', 'オン', 'はい', '有効', '开', '開啟', '是', 'on please'])(
    'is on: %s',
    (text) => expect(readSwitch(text)).toBe(true),
  );
  it.each(['off', 'No', 'false', '0', 'stop', 'none', 'never', 'オフ', 'いいえ', 'なし', '关', '關閉', '否'])(
    'is off: %s',
    (text) => expect(readSwitch(text)).toBe(false),
  );
  it.each(['', ' ', 'maybe', 'onn', '2'])('is neither: %j', (text) => expect(readSwitch(text)).toBeNull());

  it.each(['', ' ', 'off', 'None', '無'])('a value is absent: %j', (text) => expect(isNone(text)).toBe(true));
  it.each(['on', ',', '0%', 'x'])('a value is there: %j', (text) => expect(isNone(text)).toBe(false));
});

it('the reader of switches never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => void readSwitch(text)));
});
