/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const US: NationalData = {
  years: [2025, 2027],
  regions:
    'AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UM UT VA VI VT WA WI WV WY',
  names: [],
  worked: '',
  days: `
2025-01-01,2026-01-01,2027-01-01 |  | New Year's Day
2025-01-06,2026-01-06,2027-01-06 | PR | Epiphany
2025-01-06,2026-01-06,2027-01-06 | VI | Three Kings Day
2025-01-19,2027-01-19 | TX | Confederate Memorial Day
2025-01-20,2026-01-19,2027-01-18 |  | Martin Luther King Jr. Day
2025-02-12,2026-02-12,2027-02-12 | CT,IA,IL,NJ,NY | Lincoln's Birthday
2025-02-15,2026-02-15 | CA,FL,NY,WI | Susan B. Anthony Day
2025-02-17,2026-02-16 | !DE,!FL,!GA,!IN,!NM | Washington's Birthday
2025-03-02,2026-03-02,2027-03-02 | TX | Texas Independence Day
2025-03-03,2026-03-02,2027-03-01 | GU | Guam Discovery Day
2025-03-03,2026-03-02,2027-03-01 | IL | Casimir Pulaski Day
2025-03-04,2026-02-17,2027-02-09 | LA | Mardi Gras
2025-03-04,2026-03-03,2027-03-02 | VT | Town Meeting Day
2025-03-22,2026-03-22,2027-03-22 | PR | Emancipation Day
2025-03-24,2026-03-24,2027-03-24 | MP | Commonwealth Covenant Day
2025-03-26,2026-03-26,2027-03-26 | HI | Prince Jonah Kuhio Kalanianaole Day
2025-03-31,2026-03-30,2027-03-29 | AK | Seward's Day
2025-03-31,2026-03-31,2027-03-31 | CA,CO,TX | Cesar Chavez Day
2025-03-31,2026-03-31,2027-03-31 | VI | Transfer Day
2025-04-16,2026-04-16,2027-04-16 | DC | Emancipation Day
2025-04-17,2026-04-17,2027-04-17 | AS | American Samoa Flag Day
2025-04-17,2026-04-02,2027-03-25 | VI | Holy Thursday
2025-04-18,2026-04-03,2027-03-26 | CT,DE,GU,IN,KY,LA,MP,NC,NJ,PR,TN,TX,VI | Good Friday
2025-04-18,2025-11-28,2026-04-03,2026-11-27,2027-03-26,2027-11-26 | GA | State Holiday
2025-04-21,2026-04-20,2027-04-19 | MA,ME | Patriots' Day
2025-04-21,2026-04-21,2027-04-21 | TX | San Jacinto Day
2025-04-21,2026-04-06,2027-03-29 | VI | Easter Monday
2025-04-25,2026-04-24,2027-04-30 | NE | Arbor Day
2025-04-28,2026-04-27,2027-04-26 | AL,MS,SC | Confederate Memorial Day
2025-05-06,2026-05-05,2027-05-04 | IN | Primary Election Day
2025-05-08,2026-05-08,2027-05-08 | MO | Truman Day
2025-05-26,2026-05-25,2027-05-31 |  | Memorial Day
2025-06-02,2026-06-01,2027-06-07 | AL | Jefferson Davis Birthday
2025-06-11,2026-06-11,2027-06-11 | HI | Kamehameha Day
2025-06-19,2026-06-19,2027-06-19 |  | Juneteenth National Independence Day
2025-06-20,2026-06-20,2027-06-20 | WV | West Virginia Day
2025-07-03,2027-07-03 | VI | Emancipation Day
2025-07-04,2026-07-04,2027-07-04 |  | Independence Day
2025-07-16,2026-07-16,2027-07-16 | AS | Manu'a Islands Cession Day
2025-07-21,2026-07-21,2027-07-21 | GU | Liberation Day (Guam)
2025-07-24,2026-07-24,2027-07-24 | UT | Pioneer Day
2025-07-25,2026-07-25,2027-07-25 | PR | Puerto Rico Constitution Day
2025-08-11,2026-08-10,2027-08-09 | RI | Victory Day
2025-08-15,2026-08-21,2027-08-20 | HI | Statehood Day
2025-08-15,2026-08-17 | VT | Bennington Battle Day (observed)
2025-08-16,2026-08-16,2027-08-16 | VT | Bennington Battle Day
2025-08-27,2026-08-27,2027-08-27 | TX | Lyndon Baines Johnson Day
2025-09-01,2026-09-07,2027-09-06 |  | Labor Day
2025-10-06,2026-10-05,2027-10-04 | CO | Frances Xavier Cabrini Day
2025-10-12,2026-10-11,2027-10-10 | AS | White Sunday
2025-10-13,2026-10-12,2027-10-11 | !AR,!CA,!CO,!DE,!FL,!GU,!HI,!IA,!KS,!KY,!LA,!MI,!MN,!MS,!NC,!ND,!NH,!NV,!OK,!OR,!SC,!TN,!TX,!UM,!VT,!WA,!WI,!WY | Columbus Day
2025-10-17,2026-10-19 | AK | Alaska Day (observed)
2025-10-18,2026-10-18,2027-10-18 | AK | Alaska Day
2025-10-31,2026-10-30,2027-10-29 | NV | Nevada Day
2025-11-01,2026-11-01,2027-11-01 | VI | Liberty Day
2025-11-02,2026-11-02,2027-11-02 | GU | All Souls' Day
2025-11-04,2027-11-02 | IN,NY | Election Day
2025-11-04,2026-11-04,2027-11-04 | MP | Citizenship Day
2025-11-11,2026-11-11,2027-11-11 |  | Veterans Day
2025-11-19,2026-11-19,2027-11-19 | PR | Puerto Rican Identity Day
2025-11-27,2026-11-26,2027-11-25 |  | Thanksgiving Day
2025-11-28,2026-11-27,2027-11-26 | CA,DE,MI,NC,NH,OK,PA,WV | Day After Thanksgiving
2025-11-28,2026-11-27,2027-11-26 | FL,TX | Friday After Thanksgiving
2025-11-28,2026-11-27,2027-11-26 | IN | Lincoln's Birthday
2025-11-28,2026-11-27,2027-11-26 | MD | American Indian Heritage Day
2025-11-28,2026-11-27,2027-11-26 | NM | Presidents' Day
2025-11-28,2026-11-27,2027-11-26 | NV | Family Day
2025-11-28,2026-11-27,2027-11-26 | WA | Native American Heritage Day
2025-12-08,2026-12-08,2027-12-08 | GU | Lady of Camarin Day
2025-12-08,2026-12-08,2027-12-08 | MP | Constitution Day
2025-12-24,2026-12-24 | KS,MI,NC,TX,WI | Christmas Eve
2025-12-25,2026-12-25,2027-12-25 |  | Christmas Day
2025-12-26,2026-12-24,2027-12-23 | GA,IN | Washington's Birthday
2025-12-26,2026-12-26,2027-12-26 | NC,TX | Day After Christmas
2025-12-26,2026-12-26,2027-12-26 | VI | Christmas Second Day
2025-12-31,2026-12-31 | KY,MI,WI | New Year's Eve
2026-03-23 | PR | Emancipation Day (observed)
2026-07-03 | !MA | Independence Day (observed)
2026-11-03 | DE,HI,IL,IN,LA,MI,MP,MT,NH,NJ,NY,WV | Election Day
2026-11-08,2027-10-29 | CA | Diwali
2026-12-28,2027-12-27 | NC | Day After Christmas (observed)
2027-02-15 | !DE,!GA,!IN,!NM | Washington's Birthday
2027-04-16 | AS | American Samoa Flag Day (observed)
2027-05-07 | MO | Truman Day (observed)
2027-06-18 | !MA | Juneteenth National Independence Day (observed)
2027-06-21 | WV | West Virginia Day (observed)
2027-07-05 |  | Independence Day (observed)
2027-07-23 | UT | Pioneer Day (observed)
2027-07-26 | PR | Puerto Rico Constitution Day (observed)
2027-12-23 | KS,MI,NC,TX,WI | Christmas Eve (observed)
2027-12-24 | !MA | Christmas Day (observed)
2027-12-31 | !MA | New Year's Day (observed)
`,
};
