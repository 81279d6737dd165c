/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const DE: NationalData = {
  years: [2025, 2027],
  regions: 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH',
  names: ['other'],
  worked: '',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | New Year's Day | Neujahr
2025-01-06,2026-01-06,2027-01-06 | BW,BY,ST | Epiphany
2025-03-08,2026-03-08,2027-03-08 | BE,MV | Women's Day
2025-04-18,2026-04-03,2027-03-26 |  | Good Friday | Karfreitag
2025-04-20,2026-04-05,2027-03-28 | BB | Easter Sunday
2025-04-21,2026-04-06,2027-03-29 |  | Easter Monday | Ostermontag
2025-05-01,2026-05-01,2027-05-01 |  | Labor Day | Erster Mai
2025-05-08 | BE | 80th anniversary of the liberation from Nazism and the end of the Second World War in Europe
2025-05-29,2026-05-14,2027-05-06 |  | Ascension Day | Christi Himmelfahrt
2025-06-08,2026-05-24,2027-05-16 | BB | Pentecost
2025-06-09,2026-05-25,2027-05-17 |  | Pentecost Monday | Pfingstmontag
2025-06-19,2026-06-04,2027-05-27 | BW,BY,HE,NW,RP,SL | Corpus Christi
2025-08-15,2026-08-15,2027-08-15 | SL | Assumption Day
2025-09-20,2026-09-20,2027-09-20 | TH | World Children's Day
2025-10-03,2026-10-03,2027-10-03 |  | German Unity Day | Tag der Deutschen Einheit
2025-10-31,2026-10-31,2027-10-31 | BB,HB,HH,MV,NI,SH,SN,ST,TH | Reformation Day
2025-11-01,2026-11-01,2027-11-01 | BW,BY,NW,RP,SL | All Saints' Day
2025-11-19,2026-11-18,2027-11-17 | SN | Repentance and Prayer Day
2025-12-25,2026-12-25,2027-12-25 |  | Christmas Day | Erster Weihnachtstag
2025-12-26,2026-12-26,2027-12-26 |  | Second Day of Christmas | Zweiter Weihnachtstag
`,
};
