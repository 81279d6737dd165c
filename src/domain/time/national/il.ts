/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const IL: NationalData = {
  years: [2025, 2027],
  regions: '',
  names: ['other'],
  worked: '',
  days: `
2025-04-13,2026-04-02,2027-04-22 |  | Pesach | פסח
2025-04-19,2026-04-08,2027-04-28 |  | Seventh day of Pesach | שביעי של פסח
2025-05-01 |  | Independence Day (observed) | יום העצמאות (נצפה)
2025-06-02,2026-05-22,2027-06-11 |  | Shavuot | שבועות
2025-09-23,2025-09-24,2026-09-12,2026-09-13,2027-10-02,2027-10-03 |  | Rosh Hashanah | ראש השנה
2025-10-02,2026-09-21,2027-10-11 |  | Yom Kippur | יום כיפור
2025-10-07,2026-09-26,2027-10-16 |  | Sukkot | סוכות
2025-10-14,2026-10-03,2027-10-23 |  | Simchat Torah / Shemini Atzeret | שמחת תורה/שמיני עצרת
2026-04-22,2027-05-12 |  | Independence Day | יום העצמאות
`,
};
