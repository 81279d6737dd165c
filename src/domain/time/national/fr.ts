/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const FR: NationalData = {
  years: [2025, 2027],
  regions: '57 6AE 971 972 973 974 976 BL MF NC PF PM TF WF',
  names: ['other'],
  worked: '',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | New Year's Day | Jour de l'an
2025-03-05,2026-03-05,2027-03-05 | PF | Missionary Day
2025-03-27,2026-03-12,2027-03-04 | 971 | Mi-Careme
2025-04-18,2026-04-03,2027-03-26 | 57,6AE,971,972,PF | Good Friday
2025-04-21,2026-04-06,2027-03-29 |  | Easter Monday | Lundi de Pâques
2025-04-27,2026-04-27,2027-04-27 | 976 | Abolition of Slavery
2025-04-28,2026-04-28,2027-04-28 | WF | Feast of Saint Peter Chanel
2025-05-01,2026-05-01,2027-05-01 |  | Labor Day | Fête du Travail
2025-05-08,2026-05-08,2027-05-08 |  | Victory Day | Fête de la Victoire
2025-05-22,2026-05-22,2027-05-22 | 972 | Abolition of Slavery
2025-05-27,2026-05-27,2027-05-27 | 971 | Abolition of Slavery
2025-05-28,2026-05-28,2027-05-28 | MF | Abolition of Slavery
2025-05-29,2026-05-14,2027-05-06 |  | Ascension Day | Ascension
2025-06-09,2026-05-25,2027-05-17 |  | Pentecost Monday | Lundi de Pentecôte
2025-06-10,2026-06-10,2027-06-10 | 973 | Abolition of Slavery
2025-06-29,2026-06-29,2027-06-29 | WF | Saints Peter and Paul Day
2025-07-14,2026-07-14,2027-07-14 |  | National Day | Fête nationale
2025-07-21,2026-07-21,2027-07-21 | 971,972,MF | Victor Schoelcher Day
2025-07-29,2026-07-29,2027-07-29 | WF | Territory Day
2025-08-15,2026-08-15,2027-08-15 |  | Assumption Day | Assomption
2025-09-24,2026-09-24,2027-09-24 | NC | Citizenship Day
2025-10-09,2026-10-09,2027-10-09 | BL | Abolition of Slavery
2025-11-01,2026-11-01,2027-11-01 |  | All Saints' Day | Toussaint
2025-11-11,2026-11-11,2027-11-11 |  | Armistice Day | Armistice
2025-11-20,2026-11-20,2027-11-20 | PF | Matāri'i
2025-12-20,2026-12-20,2027-12-20 | 974 | Abolition of Slavery
2025-12-25,2026-12-25,2027-12-25 |  | Christmas Day | Noël
2025-12-26,2026-12-26,2027-12-26 | 57,6AE | Saint Stephen's Day
`,
};
