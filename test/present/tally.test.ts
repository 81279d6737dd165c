import fc from 'fast-check';
import type { Tally } from '../../src/domain/answers/tally';
import { WORK_STYLES } from '../../src/domain/answers/work-style';
import { LOCALES } from '../../src/domain/people/person';
import { CORE_DAY, CURVE, TEAM, TEAM_NAME, tallyFor } from '../../src/present/samples/data';
import { pointsBetween } from '../../src/present/tally';
import { card, factsOf, partsOf } from './cards';

const TALLY = fc
  .record({ counts: fc.array(fc.nat(500), { minLength: 8, maxLength: 8 }), silent: fc.nat(500) })
  .map(({ counts, silent }) => {
    const members = counts.reduce((sum, count) => sum + count, silent);
    return tallyFor(
      members,
      Object.fromEntries(WORK_STYLES.map((style, index) => [style, counts[index] ?? 0])),
    );
  });

function closing(tally: Tally, previous: Tally, locale: (typeof LOCALES)[number]) {
  return card(
    {
      kind: 'closing-tally',
      team: TEAM,
      teamName: TEAM_NAME,
      day: CORE_DAY,
      phase: 'late',
      tally,
      previous: { day: '2018-07-23', tally: previous },
      target: 0.5,
      curve: CURVE,
      savings: null,
    },
    locale,
  );
}

/** The percentage in a cell as a number; those it only bounds are their bounds. */
function percentIn(cell: string): number | null {
  const [, sign, percent] = /\(([<>]?)(\d+)%\)/u.exec(cell) ?? [];
  if (percent === undefined) return null;
  return Number(percent) + (sign === '<' ? -1 : sign === '>' ? 1 : 0);
}

test('printed differences are those of the printed percentages, whatever the counts', () => {
  fc.assert(
    fc.property(TALLY, TALLY, (tally, previous) => {
      const before = factsOf(closing(previous, previous, 'en'));
      for (const [label, now] of Object.entries(factsOf(closing(tally, previous, 'en')))) {
        const [percent, percentBefore] = [percentIn(now), percentIn(before[label] ?? '')];
        const difference = / points?$/u.test(now) ? (now.split(', ').at(-1) ?? '') : null;
        if (percent === null || percentBefore === null) expect(difference).toBeNull();
        else if (difference === null) expect(now).toBe('compared');
        else
          expect(Number.parseInt(difference.replace(/[±+]/u, '').replace('−', '-'), 10)).toBe(
            percent - percentBefore,
          );
      }
    }),
  );
});

test('every figure of any tally stands in the summary, and none is broken', () => {
  fc.assert(
    fc.property(TALLY, TALLY, fc.constantFrom(...LOCALES), (tally, previous, locale) => {
      const { summary } = closing(tally, previous, locale);
      const figures = [tally.telework, tally.peakAvoided, tally.noOfficeVisit, tally.answered, tally.members];
      for (const figure of figures) expect(summary).toContain(figure.toLocaleString('en'));
      expect(summary).not.toMatch(/NaN|Infinity|undefined/u);
    }),
    { numRuns: 60 },
  );
});

test('bars add up to the answers', () => {
  fc.assert(
    fc.property(TALLY, (tally) => {
      const poll = card({
        kind: 'poll',
        team: TEAM,
        teamName: TEAM_NAME,
        day: CORE_DAY,
        phase: 'open',
        tally,
        away: null,
      });
      const bars = partsOf(poll, 'bars')[0]?.bars ?? [];
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(tally.answered);
      expect(bars.every(({ count }) => count > 0)).toBe(true);
    }),
  );
});

test('without members there is a sentence, and neither figures nor differences', () => {
  const empty = tallyFor(0, {});
  const facts = factsOf(closing(empty, empty, 'en'));
  expect(facts).not.toHaveProperty('Telework');
  expect(closing(empty, empty, 'en').summary).toContain('No one to show');
  expect(pointsBetween(0, 0, 1, 2)).toBeNull();
  expect(pointsBetween(1, 2, 0, 0)).toBeNull();
  expect(pointsBetween(1, 2, 1, 4)).toBe(25);
});
