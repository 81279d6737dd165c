import fc from 'fast-check';
import { LOCALES } from '../../../src/domain/people/person';
import { discloseItem, SURVEYS, type SurveyItem } from '../../../src/domain/surveys/survey';

const ITEMS = SURVEYS.flatMap(({ items }) => items);
const [productivity] = ITEMS as [SurveyItem];

test.each(SURVEYS)(
  'the survey $id has one to five questions in all languages, with its sources',
  (survey) => {
    expect(survey.items.length).toBeGreaterThanOrEqual(1);
    expect(survey.items.length).toBeLessThanOrEqual(5);
    for (const locale of LOCALES) {
      expect(survey.name[locale]).toBeTruthy();
      for (const { text, options } of survey.items)
        expect([text, ...options.map((option) => option.text)].every((words) => words[locale])).toBe(true);
    }
  },
);

test.each([
  [{ more: 4 }, null],
  [{ more: 1, same: 1, less: 3 }, [['more same less', 5]]],
  [
    { more: 5, same: 5, less: 5 },
    [
      ['more', 5],
      ['same', 5],
      ['less', 5],
    ],
  ],
  [
    { more: 36, same: 52, less: 3 },
    [
      ['more', 36],
      ['same less', 55],
    ],
  ],
  [{ more: 4, same: 20, less: 20 }, [['more same less', 44]]],
  [
    { more: 20, same: 0, less: 6 },
    [
      ['more', 20],
      ['same less', 6],
    ],
  ],
])('of %j it shows %j', (counts, cells) => {
  const shown = discloseItem(productivity, counts as Record<string, number>);
  expect(shown?.map(({ options, people }) => [options.join(' '), people]) ?? null).toEqual(cells);
});

test('a reader who knows the rule learns of no option that 1 to 4 people chose it', () => {
  const most = 24;
  const counts = (total: readonly number[]) => ({
    more: total[0] ?? 0,
    same: total[1] ?? 0,
    less: total[2] ?? 0,
  });
  const byShown = new Map<string, number[][]>();
  for (let more = 0; more <= most; more += 1)
    for (let same = 0; more + same <= most; same += 1)
      for (let less = 0; more + same + less <= most; less += 1) {
        const shown = JSON.stringify(discloseItem(productivity, counts([more, same, less])));
        byShown.set(shown, [...(byShown.get(shown) ?? []), [more, same, less]]);
      }
  for (const possible of byShown.values())
    for (const option of [0, 1, 2]) {
      const values = possible.map((each) => each[option] ?? 0);
      expect(values.every((people) => people >= 1 && people <= 4)).toBe(false);
    }
});

test('the cells cover the options, each with five people or more', () => {
  const aCount = fc.array(fc.nat({ max: 30 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...ITEMS), aCount, (item, people) => {
      const counts = Object.fromEntries(item.options.map(({ id }, index) => [id, people[index] ?? 0]));
      const cells = discloseItem(item, counts) ?? [];
      expect(cells.every((cell) => cell.people >= 5)).toBe(true);
      if (cells.length > 0)
        expect(cells.flatMap(({ options }) => options)).toEqual(item.options.map(({ id }) => id));
    }),
  );
});
