/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const BR: NationalData = {
  years: [2025, 2027],
  regions: 'AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO',
  names: ['other'],
  worked: '',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | Universal Fraternization Day | Confraternização Universal
2025-01-04,2026-01-04,2027-01-04 | RO | State Creation Day
2025-01-24,2026-01-23,2027-01-23 | AC | Evangelical Day
2025-03-04,2026-02-17,2027-02-09 | RJ | Carnival
2025-03-06,2026-03-06,2027-03-06 | PE | Pernambuco Revolution of 1817
2025-03-08,2026-03-08,2027-03-08 | AC | International Women's Day
2025-03-18,2026-03-18,2027-03-18 | TO | Autonomy Day
2025-03-19,2026-03-19,2027-03-19 | AP,CE | Saint Joseph's Day
2025-03-25,2026-03-25,2027-03-25 | CE | Abolition of slavery in Ceará
2025-04-18,2026-04-03,2027-03-26 |  | Good Friday | Sexta-feira Santa
2025-04-21,2026-04-21,2027-04-21 |  | Tiradentes' Day | Tiradentes
2025-04-23,2026-04-23,2027-04-23 | RJ | Saint George's Day
2025-04-28,2026-04-13,2027-04-05 | ES | Our Lady of Penha
2025-05-01,2026-05-01,2027-05-01 |  | Worker's Day | Dia do Trabalhador
2025-06-15,2026-06-15,2027-06-15 | AC | Founding of Acre
2025-06-18,2026-06-18,2027-06-18 | RO | Evangelical Day
2025-06-24,2026-06-24,2027-06-24 | AL | Saint John's Day
2025-06-29,2026-06-29,2027-06-29 | AL | Saint Peter's Day
2025-07-02,2026-07-02,2027-07-02 | BA | Bahia Independence Day
2025-07-08,2026-07-08,2027-07-08 | SE | Sergipe Political Emancipation Day
2025-07-09,2026-07-09,2027-07-09 | SP | Constitutionalist Revolution
2025-07-25,2026-07-25,2027-07-25 | AP | Saint James' Day
2025-07-26,2026-07-26,2027-07-26 | GO | Foundation of Goiás city
2025-07-28,2026-07-28,2027-07-28 | MA | Maranhão joining to independence of Brazil
2025-08-05,2026-08-05,2027-08-05 | PB | State Founding Day
2025-08-07,2026-08-07,2027-08-07 | RN | Rio Grande do Norte Day
2025-08-15,2026-08-15,2027-08-15 | CE | Our Lady of Assumption
2025-08-15,2026-08-15,2027-08-15 | PA | Grão-Pará joining to independence of Brazil
2025-08-17,2026-08-16,2027-08-15 | SC | Santa Catarina State Day
2025-09-05,2026-09-05,2027-09-05 | AC | Amazonia Day
2025-09-05,2026-09-05,2027-09-05 | AM | Elevation of Amazonas to province
2025-09-07,2026-09-07,2027-09-07 |  | Independence Day | Independência do Brasil
2025-09-08,2026-09-08,2027-09-08 | TO | Our Lady of Nativity
2025-09-13,2026-09-13,2027-09-13 | AP | Creation of the Federal Territory
2025-09-16,2026-09-16,2027-09-16 | AL | Political Emancipation of Alagoas
2025-09-20,2026-09-20,2027-09-20 | RS | Gaucho Day
2025-10-03,2026-10-03,2027-10-03 | RN | Uruaçu and Cunhaú Martyrs Day
2025-10-05,2026-10-05,2027-10-05 | RR,TO | State Creation Day
2025-10-11,2026-10-11,2027-10-11 | MS | State Creation Day
2025-10-12,2026-10-12,2027-10-12 |  | Our Lady of Aparecida | Nossa Senhora Aparecida
2025-10-19,2026-10-19,2027-10-19 | PI | Piauí Day
2025-10-24,2026-10-24,2027-10-24 | GO | Foundation of Goiânia
2025-11-02,2026-11-02,2027-11-02 |  | All Souls' Day | Finados
2025-11-15,2026-11-15,2027-11-15 |  | Republic Proclamation Day | Proclamação da República
2025-11-17,2027-11-19 | AC | Signing of the Petropolis Treaty
2025-11-20,2026-11-20,2027-11-20 |  | National Day of Zumbi and Black Awareness | Dia Nacional de Zumbi e da Consciência Negra
2025-11-30,2026-11-30,2027-11-30 | AL,DF | Evangelical Day
2025-11-30,2026-11-29,2027-11-28 | SC | Saint Catherine of Alexandria Day
2025-12-25,2026-12-25,2027-12-25 |  | Christmas Day | Natal
`,
};
