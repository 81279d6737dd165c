/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const KR: NationalData = {
  years: [2025, 2027],
  regions: '',
  names: ['other'],
  worked: '',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | New Year's Day | 신정연휴
2025-01-27 |  | Temporary Public Holiday | 임시공휴일
2025-01-28,2026-02-16,2027-02-06 |  | The day preceding Korean New Year | 설날 전날
2025-01-29,2026-02-17,2027-02-07 |  | Korean New Year | 설날
2025-01-30,2026-02-18,2027-02-08 |  | The second day of Korean New Year | 설날 다음날
2025-03-01,2026-03-01,2027-03-01 |  | Independence Movement Day | 삼일절
2025-03-03,2026-03-02 |  | Alternative holiday for Independence Movement Day | 삼일절 대체 휴일
2025-05-05 |  | Buddha's Birthday; Children's Day | 부처님오신날; 어린이날
2025-05-06 |  | Alternative holiday for Buddha's Birthday; Alternative holiday for Children's Day | 부처님오신날 대체 휴일; 어린이날 대체 휴일
2025-06-03 |  | Presidential Election Day | 대통령 선거일
2025-06-06,2026-06-06,2027-06-06 |  | Memorial Day | 현충일
2025-08-15,2026-08-15,2027-08-15 |  | Liberation Day | 광복절
2025-10-03,2026-10-03,2027-10-03 |  | National Foundation Day | 개천절
2025-10-05,2026-09-24,2027-09-14 |  | The day preceding Chuseok | 추석 전날
2025-10-06,2026-09-25,2027-09-15 |  | Chuseok | 추석
2025-10-07,2026-09-26,2027-09-16 |  | The second day of Chuseok | 추석 다음날
2025-10-08 |  | Alternative holiday for Chuseok | 추석 대체 휴일
2025-10-09,2026-10-09,2027-10-09 |  | Hangul Day | 한글날
2025-12-25,2026-12-25,2027-12-25 |  | Christmas Day | 기독탄신일
2026-05-01,2027-05-01 |  | Labor Day | 노동절
2026-05-05,2027-05-05 |  | Children's Day | 어린이날
2026-05-24,2027-05-13 |  | Buddha's Birthday | 부처님오신날
2026-05-25 |  | Alternative holiday for Buddha's Birthday | 부처님오신날 대체 휴일
2026-06-03 |  | Local Election Day | 지방선거일
2026-07-17,2027-07-17 |  | Constitution Day | 제헌절
2026-08-17,2027-08-16 |  | Alternative holiday for Liberation Day | 광복절 대체 휴일
2026-10-05,2027-10-04 |  | Alternative holiday for National Foundation Day | 개천절 대체 휴일
2027-02-09 |  | Alternative holiday for Korean New Year | 설날 대체 휴일
2027-05-03 |  | Alternative holiday for Labor Day | 노동절 대체 휴일
2027-07-19 |  | Alternative holiday for Constitution Day | 제헌절 대체 휴일
2027-10-11 |  | Alternative holiday for Hangul Day | 한글날 대체 휴일
2027-12-27 |  | Alternative holiday for Christmas Day | 기독탄신일 대체 휴일
`,
};
