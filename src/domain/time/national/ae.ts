/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const AE: NationalData = {
  years: [2025, 2027],
  regions: '',
  names: ['other'],
  worked: '',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | New Year's Day | رأس السنة الميلادية
2025-03-30 |  | Eid al-Fitr | عيد الفطر
2025-03-31,2025-04-01 |  | Eid al-Fitr Holiday | عطلة عيد الفطر
2025-06-03 |  | Day of Arafah | وقفة عرفة
2025-06-04 |  | Eid al-Adha | عيد الأضحى
2025-06-05,2025-06-06 |  | Eid al-Adha Holiday | عطلة عيد الأضحى
2025-06-26 |  | Islamic New Year | رأس السنة الهجرية
2025-09-05 |  | Prophet's Birthday | عيد المولد النبوي
2025-12-02,2025-12-03,2026-12-02,2026-12-03,2027-12-02,2027-12-03 |  | National Day | اليوم الوطني
2026-03-20,2027-03-09 |  | Eid al-Fitr~ | عيد الفطر
2026-03-21,2026-03-22,2027-03-10,2027-03-11 |  | Eid al-Fitr Holiday~ | عطلة عيد الفطر
2026-05-26,2027-05-15 |  | Day of Arafah~ | وقفة عرفة
2026-05-27,2027-05-16 |  | Eid al-Adha~ | عيد الأضحى
2026-05-28,2026-05-29,2027-05-17,2027-05-18 |  | Eid al-Adha Holiday~ | عطلة عيد الأضحى
2026-06-16,2027-06-06 |  | Islamic New Year~ | رأس السنة الهجرية
2026-08-25,2027-08-14 |  | Prophet's Birthday~ | عيد المولد النبوي
`,
};
