/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const TW: NationalData = {
  years: [2025, 2027],
  regions: '',
  names: ['zh-TW', 'zh-CN'],
  worked: '2025-02-08',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | Founding Day of the Republic of China | 中華民國開國紀念日 | 中华民国开国纪念日
2025-01-27 |  | Day off (substituted from 2025-02-08) | 放假日（2025-02-08 補班） | 休息日（由 2025-02-08 调休）
2025-01-28,2026-02-16,2027-02-05 |  | Chinese New Year's Eve | 農曆除夕 | 农历除夕
2025-01-29,2025-01-30,2025-01-31,2026-02-17,2026-02-18,2026-02-19,2027-02-06,2027-02-07,2027-02-08 |  | Chinese New Year | 春節 | 春节
2025-02-28,2026-02-28,2027-02-28 |  | Peace Memorial Day | 和平紀念日 | 和平纪念日
2025-04-03,2026-04-03,2027-04-06 |  | Children's Day (observed) | 兒童節（補假） | 儿童节（补假）
2025-04-04 |  | Children's Day; Tomb-Sweeping Day | 兒童節; 民族掃墓節 | 儿童节; 民族扫墓节
2025-05-30 |  | Dragon Boat Festival (observed) | 端午節（補假） | 端午节（补假）
2025-05-31,2026-06-19,2027-06-09 |  | Dragon Boat Festival | 端午節 | 端午节
2025-09-28,2026-09-28,2027-09-28 |  | Confucius' Birthday | 孔子誕辰紀念日 | 孔子诞辰纪念日
2025-09-29 |  | Confucius' Birthday (observed) | 孔子誕辰紀念日（補假） | 孔子诞辰纪念日（补假）
2025-10-06,2026-09-25,2027-09-15 |  | Mid-Autumn Festival | 中秋節 | 中秋节
2025-10-10,2026-10-10,2027-10-10 |  | National Day | 國慶日 | 国庆日
2025-10-24,2026-10-26 |  | Taiwan Restoration and Guningtou Victory Memorial Day (observed) | 臺灣光復暨金門古寧頭大捷紀念日（補假） | 台湾光复节（补假）
2025-10-25,2026-10-25,2027-10-25 |  | Taiwan Restoration and Guningtou Victory Memorial Day | 臺灣光復暨金門古寧頭大捷紀念日 | 台湾光复节
2025-12-25,2026-12-25,2027-12-25 |  | Constitution Day | 行憲紀念日 | 行宪纪念日
2026-02-15,2027-02-04 |  | Day before Chinese New Year's Eve | 小年夜 | 小年夜
2026-02-20 |  | Day before Chinese New Year's Eve (observed) | 小年夜（補假） | 小年夜（补假）
2026-02-27,2027-03-01 |  | Peace Memorial Day (observed) | 和平紀念日（補假） | 和平纪念日（补假）
2026-04-04,2027-04-04 |  | Children's Day | 兒童節 | 儿童节
2026-04-05,2027-04-05 |  | Tomb-Sweeping Day | 民族掃墓節 | 民族扫墓节
2026-04-06 |  | Tomb-Sweeping Day (observed) | 民族掃墓節（補假） | 民族扫墓节（补假）
2026-05-01,2027-05-01 |  | Labor Day | 勞動節 | 劳动节
2026-10-09,2027-10-11 |  | National Day (observed) | 國慶日（補假） | 国庆日（补假）
2027-02-09,2027-02-10 |  | Chinese New Year (observed) | 春節（補假） | 春节（补假）
2027-04-30 |  | Labor Day (observed) | 勞動節（補假） | 劳动节（补假）
2027-12-24 |  | Constitution Day (observed) | 行憲紀念日（補假） | 行宪纪念日（补假）
2027-12-31 |  | Founding Day of the Republic of China (observed) | 中華民國開國紀念日（補假） | 中华民国开国纪念日（补假）
`,
};
