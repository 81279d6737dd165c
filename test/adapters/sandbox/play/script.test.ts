import { DEMO_PEOPLE } from '../../../../adapters/sandbox/people';
import { playScript } from '../../../../adapters/sandbox/play/script';

const PEOPLE = DEMO_PEOPLE.map(({ id }) => id);
const DAYS = ['2018-07-23', '2018-07-24', '2018-07-25', '2026-11-24'];

describe('the script of a demo day', () => {
  test('is the same for the same people and day, and another on another day', () => {
    expect(playScript(PEOPLE, '2018-07-24')).toEqual(playScript(PEOPLE, '2018-07-24'));
    expect(playScript(PEOPLE, '2018-07-24')).not.toEqual(playScript(PEOPLE, '2018-07-25'));
  });

  test.each(DAYS)('is like a real morning on %s', (day) => {
    const script = playScript(PEOPLE, day);
    const first = PEOPLE.map((person) => script.find((step) => step.person === person)?.at ?? null);
    const within = (from: number, until: number) =>
      first.filter((at) => at !== null && at >= from && at < until).length;
    expect(first.filter((at) => at === null)).toHaveLength(2);
    expect(within(1, 1.06)).toBe(2);
    expect(within(0.8, 1)).toBeGreaterThanOrEqual(4);
    expect(within(0, 0.06)).toBeGreaterThanOrEqual(7);
    expect(script.length).toBeGreaterThan(22);
    expect(script.map(({ at }) => at)).toEqual(script.map(({ at }) => at).sort((a, b) => a - b));
  });

  test.each(DAYS)('has people who change their minds, to something else, on %s', (day) => {
    const changes = playScript(PEOPLE, day).filter(
      (step, index, all) => all.findIndex(({ person }) => person === step.person) < index,
    );
    expect(changes.length).toBeGreaterThanOrEqual(1);
    for (const { person, style } of changes) {
      const [first] = playScript(PEOPLE, day).filter((step) => step.person === person);
      expect(style).not.toBe(first?.style);
    }
  });

  test('takes any number of people', () => {
    expect(playScript([], 'x')).toEqual([]);
    expect(playScript(['one'], 'x').map(({ person }) => person)).toContain('one');
  });
});
