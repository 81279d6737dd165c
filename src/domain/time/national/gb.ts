/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const GB: NationalData = {
  years: [2025, 2027],
  regions: 'ENG NIR SCT WLS',
  names: [],
  worked: '',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | New Year's Day
2025-01-02,2026-01-02,2027-01-02 | SCT | New Year Holiday
2025-03-17,2026-03-17,2027-03-17 | NIR | Saint Patrick's Day
2025-04-18,2026-04-03,2027-03-26 |  | Good Friday
2025-04-21,2026-04-06,2027-03-29 | ENG,NIR,WLS | Easter Monday
2025-05-05,2026-05-04,2027-05-03 |  | May Day
2025-05-26,2026-05-25,2027-05-31 |  | Spring Bank Holiday
2025-07-12,2026-07-12,2027-07-12 | NIR | Battle of the Boyne
2025-07-14,2026-07-13 | NIR | Battle of the Boyne (observed)
2025-08-04,2026-08-03,2027-08-02 | SCT | Summer Bank Holiday
2025-08-25,2026-08-31,2027-08-30 | ENG,NIR,WLS | Late Summer Bank Holiday
2025-11-30,2026-11-30,2027-11-30 | SCT | Saint Andrew's Day
2025-12-01 | SCT | Saint Andrew's Day (observed)
2025-12-25,2026-12-25,2027-12-25 |  | Christmas Day
2025-12-26,2026-12-26,2027-12-26 |  | Boxing Day
2026-06-15 | SCT | Scotland's participation in the FIFA World Cup final
2026-12-28,2027-12-28 |  | Boxing Day (observed)
2027-01-04 | SCT | New Year Holiday (observed)
2027-12-27 |  | Christmas Day (observed)
`,
};
