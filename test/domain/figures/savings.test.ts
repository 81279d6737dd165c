import { WORK_STYLES, type WorkStyle } from '../../../src/domain/answers/work-style';
import { savingsOfTeam } from '../../../src/domain/figures/savings';
import { defaultSettings, type TeamSettings } from '../../../src/domain/teams/settings';

function counts(given: Partial<Record<WorkStyle, number>>): Record<WorkStyle, number> {
  return {
    ...(Object.fromEntries(WORK_STYLES.map((style) => [style, 0])) as Record<WorkStyle, number>),
    ...given,
  };
}

const DEFAULTS = defaultSettings({ zone: 'Asia/Tokyo', language: 'ja', country: 'JP' });

function saved(given: Partial<Record<WorkStyle, number>>, settings: Partial<TeamSettings>) {
  return savingsOfTeam(counts(given), { settings: { ...DEFAULTS, ...settings } });
}

describe('what is saved', () => {
  it('is off unless the team has set a commute', () => {
    expect(saved({ home: 10 }, {})).toBeNull();
  });

  it('counts home and mobile full, a satellite office half, and shows its inputs', () => {
    expect(saved({ home: 10, mobile: 2, satellite: 3 }, { commuteMinutes: 80 })).toEqual({
      ...{ hours: 18, commuteMinutes: 80, fullDays: 12, satelliteDays: 3 },
      ...{ cost: null, co2: null },
    });
  });

  it('takes cost and CO2 by the same days, with fare, km, factor, its year and source', () => {
    const commuteCost = { fare: { amount: 600, currency: 'JPY' }, travel: { mode: 'car', km: 20 } } as const;
    const savings = saved({ home: 9, satellite: 2 }, { commuteMinutes: 60, commuteCost });
    expect(savings?.cost).toEqual({ amount: 6_000, fare: 600, currency: 'JPY' });
    const source = expect.stringContaining('Ministry of Land');
    expect(savings?.co2).toEqual({ kg: 26.4, km: 20, gramsPerKm: 132, year: 2021, source });
    const inFrance = saved({ home: 10 }, { commuteMinutes: 60, commuteCost, country: 'FR' });
    expect(inFrance?.co2).toMatchObject({ gramsPerKm: 171, year: 2022 });
  });

  it('claims no CO2 for rail', () => {
    const commuteCost = { fare: null, travel: { mode: 'rail', km: 20 } } as const;
    expect(saved({ home: 9 }, { commuteMinutes: 60, commuteCost })?.co2).toBe('rail');
  });

  it.each(['home-part', 'off-peak', 'leave', 'trip', 'office'] as const)('is nothing with %s', (style) => {
    expect(saved({ [style]: 7 }, { commuteMinutes: 60 })?.hours).toBe(0);
  });
});
