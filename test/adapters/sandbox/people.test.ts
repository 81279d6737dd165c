import { DEMO_OTHERS, DEMO_PEOPLE } from '../../../adapters/sandbox/people';

test('the demo team is 24 people in four languages and three time zones, with administrators', () => {
  expect(DEMO_PEOPLE).toHaveLength(24);
  expect(new Set(DEMO_PEOPLE.map(({ locale }) => locale))).toEqual(new Set(['en', 'ja', 'zh-CN', 'zh-TW']));
  expect(new Set(DEMO_PEOPLE.map(({ timeZone }) => timeZone))).toEqual(
    new Set(['Asia/Tokyo', 'Asia/Taipei', 'Asia/Shanghai']),
  );
  expect(DEMO_PEOPLE.filter(({ admin }) => admin)).toHaveLength(2);
});

test('no two accounts share an id or a name', () => {
  const everybody = [...DEMO_PEOPLE, ...DEMO_OTHERS];
  expect(new Set(everybody.map(({ id }) => id)).size).toBe(everybody.length);
  expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length);
});
