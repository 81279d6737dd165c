/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const JP: NationalData = {
  years: [2025, 2027],
  regions: '',
  names: ['ja'],
  worked: '',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | New Year's Day | 元日
2025-01-13,2026-01-12,2027-01-11 |  | Coming of Age Day | 成人の日
2025-02-11,2026-02-11,2027-02-11 |  | Foundation Day | 建国記念の日
2025-02-23,2026-02-23,2027-02-23 |  | Emperor's Birthday | 天皇誕生日
2025-02-24,2025-05-06,2025-11-24,2026-05-06,2027-03-22 |  | Substitute Holiday | 振替休日
2025-03-20,2026-03-20,2027-03-21 |  | Vernal Equinox Day | 春分の日
2025-04-29,2026-04-29,2027-04-29 |  | Showa Day | 昭和の日
2025-05-03,2026-05-03,2027-05-03 |  | Constitution Day | 憲法記念日
2025-05-04,2026-05-04,2027-05-04 |  | Greenery Day | みどりの日
2025-05-05,2026-05-05,2027-05-05 |  | Children's Day | こどもの日
2025-07-21,2026-07-20,2027-07-19 |  | Marine Day | 海の日
2025-08-11,2026-08-11,2027-08-11 |  | Mountain Day | 山の日
2025-09-15,2026-09-21,2027-09-20 |  | Respect for the Aged Day | 敬老の日
2025-09-23,2026-09-23,2027-09-23 |  | Autumnal Equinox Day | 秋分の日
2025-10-13,2026-10-12,2027-10-11 |  | Sports Day | スポーツの日
2025-11-03,2026-11-03,2027-11-03 |  | Culture Day | 文化の日
2025-11-23,2026-11-23,2027-11-23 |  | Labor Thanksgiving Day | 勤労感謝の日
2026-09-22 |  | National Holiday | 国民の休日
`,
};
