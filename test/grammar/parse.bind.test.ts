import { parseIntent } from '../../src/grammar/parse';

const context = { today: '2018-07-24', prefix: '/telework' };

test.each([
  ['bind', null],
  ['bind please', null],
  ['bind 4F7K-92QX', '4F7K92QX'],
  ['/telework BIND 4f7k 92qx', '4F7K92QX'],
  ['連携 4F7K-92QX', '4F7K92QX'],
  ['連携 ４Ｆ７Ｋ－９２ＱＸ', '4F7K92QX'],
  ['绑定 4F7K-92QX', '4F7K92QX'],
  ['綁定 4F7K92QX。', '4F7K92QX'],
])('%j asks to bind with the code %j', (text, code) => {
  expect(parseIntent(text, context)).toEqual({ kind: 'bind', code });
});

test.each(['unbind', '連携解除', '解除绑定', '解除綁定'])('%j parts', (text) => {
  expect(parseIntent(text, context)).toEqual({ kind: 'unbind' });
});

test('what no code can be is refused, and unbind takes nothing', () => {
  expect(parseIntent(`bind ${'x'.repeat(61)}`, context)).toMatchObject({ refusal: 'bind-code' });
  expect(parseIntent('unbind now', context)).toMatchObject({ refusal: 'unknown-command' });
});
