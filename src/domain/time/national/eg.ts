/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const EG: NationalData = {
  years: [2025, 2027],
  regions: '',
  names: ['other'],
  worked: '',
  days: `
2025-01-07,2026-01-07,2027-01-07 |  | Coptic Christmas Day | عيد الميلاد المجيد
2025-01-25 |  | January 25th Revolution and National Police Day | ثورة ٢٥ يناير وعيد الشرطة
2025-03-30,2025-03-31,2026-03-20,2026-03-21 |  | Eid al-Fitr | عيد الفطر المبارك
2025-04-21,2026-04-13,2027-05-03 |  | Spring Festival | عيد شم النسيم
2025-04-25,2026-04-25 |  | Sinai Liberation Day | عيد تحرير سيناء
2025-05-01,2026-05-01,2027-05-01 |  | Labor Day | عيد العمال
2025-06-05 |  | Day of Arafah | وقفة عيد الأضحى المبارك
2025-06-06,2025-06-07,2025-06-08 |  | Eid al-Adha | عيد الأضحى المبارك
2025-06-26 |  | Islamic New Year | رأس السنة الهجرية
2025-07-03,2026-07-02 |  | June 30 Revolution Day (observed) | عيد ثورة ٣٠ يونيو (يوم تعويضي)
2025-07-24 |  | July 23 Revolution Day (observed) | عيد ثورة ٢٣ يوليو (يوم تعويضي)
2025-09-04 |  | Prophet's Birthday | المولد النبوي الشريف
2025-10-09,2026-10-08 |  | Armed Forces Day (observed) | عيد القوات المسلحة (يوم تعويضي)
2026-01-29 |  | January 25th Revolution and National Police Day (observed) | ثورة ٢٥ يناير وعيد الشرطة (يوم تعويضي)
2026-05-26,2027-05-15 |  | Day of Arafah~ | وقفة عيد الأضحى المبارك
2026-05-27,2026-05-28,2026-05-29,2027-05-16,2027-05-17,2027-05-18 |  | Eid al-Adha~ | عيد الأضحى المبارك
2026-06-18,2027-06-10 |  | Islamic New Year~ | رأس السنة الهجرية (يوم تعويضي)
2026-07-23,2027-07-23 |  | July 23 Revolution Day | عيد ثورة ٢٣ يوليو
2026-08-25,2027-08-14 |  | Prophet's Birthday~ | المولد النبوي الشريف
2027-01-28 |  | January 25th Revolution and National Police Day (observed)~ | ثورة ٢٥ يناير وعيد الشرطة (يوم تعويضي)
2027-03-09,2027-03-10 |  | Eid al-Fitr~ | عيد الفطر المبارك
2027-04-29 |  | Sinai Liberation Day (observed)~ | عيد تحرير سيناء (يوم تعويضي)
2027-07-01 |  | June 30 Revolution Day (observed)~ | عيد ثورة ٣٠ يونيو (يوم تعويضي)
2027-10-07 |  | Armed Forces Day (observed)~ | عيد القوات المسلحة (يوم تعويضي)
`,
};
