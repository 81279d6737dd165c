import { WORK_STYLES, type WorkStyle } from '../../../src/domain/answers/work-style';
import { savingsOf } from '../../../src/domain/figures/savings';

function counts(given: Partial<Record<WorkStyle, number>>): Record<WorkStyle, number> {
  return {
    ...(Object.fromEntries(WORK_STYLES.map((style) => [style, 0])) as Record<WorkStyle, number>),
    ...given,
  };
}

describe('hours of commuting saved', () => {
  it('counts home and mobile full, a satellite office half, and shows its inputs', () => {
    expect(savingsOf(counts({ home: 10, mobile: 2, satellite: 3 }), 80)).toEqual({
      hours: 18,
      commuteMinutes: 80,
      fullDays: 12,
      satelliteDays: 3,
    });
  });

  it.each(['home-part', 'off-peak', 'leave', 'trip', 'office'] as const)('saves none with %s', (style) => {
    expect(savingsOf(counts({ [style]: 7 }), 60).hours).toBe(0);
  });

  it('is nothing when nobody answered', () => {
    expect(savingsOf(counts({}), 60)).toEqual({
      hours: 0,
      commuteMinutes: 60,
      fullDays: 0,
      satelliteDays: 0,
    });
  });
});
