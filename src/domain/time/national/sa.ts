/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const SA: NationalData = {
  years: [2025, 2027],
  regions: '',
  names: ['other'],
  worked: '',
  days: `
2025-02-22,2026-02-22,2027-02-22 |  | Founding Day Holiday | يوم التأسيسي
2025-02-23 |  | Founding Day Holiday (observed) | يوم التأسيسي (يوم تعويضي)
2025-03-30,2025-03-31,2025-04-01,2025-04-02,2026-03-19,2026-03-20,2026-03-21,2026-03-22 |  | Eid al-Fitr Holiday | عطلة عيد الفطر
2027-03-09,2027-03-10,2027-03-11,2027-03-12 |  | Eid al-Fitr Holiday~ | عطلة عيد الفطر
2025-06-05,2026-05-26 |  | Day of Arafah | يوم عرفة
2027-05-15 |  | Day of Arafah~ | يوم عرفة
2025-06-06,2025-06-07,2025-06-08,2026-05-27,2026-05-28,2026-05-29 |  | Eid al-Adha Holiday | عطلة عيد الأضحى
2027-05-16,2027-05-17,2027-05-18 |  | Eid al-Adha Holiday~ | عطلة عيد الأضحى
2025-06-09,2025-06-10,2026-05-31 |  | Eid al-Adha Holiday (observed) | عطلة عيد الأضحى (يوم تعويضي)
2027-05-19 |  | Eid al-Adha Holiday (observed)~ | عطلة عيد الأضحى (يوم تعويضي)
2025-09-23,2026-09-23,2027-09-23 |  | National Day Holiday | اليوم الوطني
2026-03-23,2026-03-24 |  | Eid al-Fitr Holiday (observed) | عطلة عيد الفطر (يوم تعويضي)
2027-03-14 |  | Eid al-Fitr Holiday (observed)~ | عطلة عيد الفطر (يوم تعويضي)
`,
};
