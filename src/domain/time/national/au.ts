/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const AU: NationalData = {
  years: [2025, 2027],
  regions: 'ACT NSW NT QLD SA TAS VIC WA',
  names: [],
  worked: '',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | New Year's Day
2025-01-26 | !ACT,!NSW,!NT,!QLD,!SA,!TAS,!VIC,!WA | Australia Day
2025-01-27 | ACT,NSW,NT,QLD,SA,TAS,VIC,WA | Australia Day
2025-03-03,2026-03-02,2027-03-01 | WA | Labour Day
2025-03-10,2026-03-09,2027-03-08 | ACT | Canberra Day
2025-03-10,2026-03-09,2027-03-08 | SA | Adelaide Cup Day
2025-03-10,2026-03-09,2027-03-08 | TAS | Eight Hours Day
2025-03-10,2026-03-09,2027-03-08 | VIC | Labour Day
2025-04-18,2026-04-03,2027-03-26 |  | Good Friday
2025-04-19,2026-04-04,2027-03-27 | ACT,NSW,NT,QLD,SA,VIC | Easter Saturday
2025-04-20,2026-04-05,2027-03-28 | ACT,NSW,NT,QLD,SA,VIC,WA | Easter Sunday
2025-04-21,2026-04-06,2027-03-29 |  | Easter Monday
2025-04-25,2026-04-25 |  | ANZAC Day
2025-05-05,2026-05-04,2027-05-03 | NT | May Day
2025-05-05,2026-05-04,2027-05-03 | QLD | Labour Day
2025-06-02,2026-06-01,2027-05-31 | ACT | Reconciliation Day
2025-06-02,2026-06-01,2027-06-07 | WA | Western Australia Day
2025-06-09,2026-06-08,2027-06-14 | ACT,NSW,NT,SA,TAS,VIC | King's Birthday
2025-08-04,2026-08-03,2027-08-02 | NT | Picnic Day
2025-08-13,2026-08-12,2027-08-11 | QLD | The Royal Queensland Show
2025-09-26,2026-09-25,2027-09-24 | VIC | Friday before the AFL Grand Final
2025-09-29,2026-09-28,2027-09-27 | WA | King's Birthday
2025-10-06,2026-10-05,2027-10-04 | ACT,NSW,SA | Labour Day
2025-10-06,2026-10-05,2027-10-04 | QLD | King's Birthday
2025-11-04,2026-11-03,2027-11-02 | VIC | Melbourne Cup Day
2025-12-25,2026-12-25,2027-12-25 |  | Christmas Day
2025-12-26 |  | Boxing Day
2026-01-26,2027-01-26 |  | Australia Day
2026-04-27 | ACT,NSW,WA | ANZAC Day (observed)
2026-12-26,2027-12-26 | !TAS | Boxing Day
2026-12-28,2027-12-28 | ACT,NSW,NT,QLD,VIC,WA | Boxing Day (observed)
2026-12-28,2027-12-28 | SA | Proclamation Day (observed)
2026-12-28,2027-12-28 | TAS | Boxing Day
2027-04-25 | !ACT,!NT,!QLD | ANZAC Day
2027-04-26 | ACT,NT,QLD | ANZAC Day
2027-04-26 | NSW,WA | ANZAC Day (observed)
2027-12-27 | ACT,NSW,NT,QLD,SA,TAS,VIC,WA | Christmas Day (observed)
`,
};
