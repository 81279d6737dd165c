/* Made by scripts/holidays/generate.py from `holidays` 0.105 (Vacanza, MIT). */
import type { NationalData } from './data';

export const IN: NationalData = {
  years: [2025, 2027],
  regions:
    'AN AP AR AS BR CG CH DH DL GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD PB PY RJ SK TN TR TS UK UP WB',
  names: [],
  worked: '',
  days: `
2025-01-02,2026-01-02,2027-01-02 | MZ | Post New Year
2025-01-06,2025-12-27,2027-01-15 | CH,PB | Guru Gobind Singh's Jayanti
2025-01-11,2026-01-11,2027-01-11 | MZ | Missionary Day
2025-01-14,2026-01-14,2027-01-15 | AS | Magh Bihu
2025-01-14,2026-01-14,2027-01-15 | DH | Magh Bihu; Makar Sankranti; Pongal
2025-01-14,2026-01-14,2027-01-15 | GJ | Uttarayan
2025-01-14,2026-01-14,2027-01-15 | KA | Makar Sankranti
2025-01-14,2026-01-14,2027-01-15 | TN | Pongal
2025-01-15,2026-01-15,2027-01-16 | TN | Thiruvalluvar Day / Mattu Pongal
2025-01-16,2026-01-16,2027-01-17 | TN | Uzhavar Thirunal
2025-01-23,2026-01-23,2027-01-23 | AS,TR | Netaji Subhas Chandra Bose's Jayanti
2025-01-25,2026-01-25,2027-01-25 | HP | Statehood Day
2025-01-26,2026-01-26,2027-01-26 |  | Republic Day
2025-01-28,2026-01-17,2027-01-06,2027-12-26 | JK | Shab-I-Miraj~
2025-02-02,2026-01-23,2027-02-11 | HR | Sir Chottu Ram's Jayanti
2025-02-12,2026-02-01,2027-02-20 | HP | Guru Ravi Das's Jayanti
2025-02-19,2026-02-19,2027-02-19 | MH | Chhatrapati Shivaji Maharaj's Jayanti
2025-02-20,2026-02-20,2027-02-20 | AR | Statehood Day
2025-02-26,2027-03-06 |  | Maha Shivaratri
2025-03-13,2026-03-03,2027-03-21 | RJ,UK | Holika Dahan
2025-03-14,2027-03-22 |  | Holi
2025-03-20,2026-03-20,2027-03-20 | MP | Veerangana Avantibai's Shaheedi Diwas
2025-03-21,2027-03-21 | JK,LA | Nauroz
2025-03-22,2026-03-22 | BR | Bihar Day
2025-03-23,2026-03-23,2027-03-23 | HR,PB | Shaheed-e-Azam Bhagat Singh, Sukhdev and Rajguru's Shaheedi Diwas
2025-03-30,2026-03-19,2027-04-07 | DH | Chaitra Sukladi; Cheti Chand; Gudi Padwa; Ugadi
2025-03-30,2026-03-19,2027-04-07 | GA,MH | Gudi Padwa
2025-03-30,2026-03-19,2027-04-07 | GJ,RJ,UK | Cheti Chand
2025-03-30,2026-03-20,2027-04-08 | JK | 1st Navratra
2025-03-30,2026-03-19,2027-04-07 | KA | Ugadi
2025-03-31,2026-03-21 |  | Id-ul-Fitr
2025-04-01,2026-04-01,2027-04-01 | OD | Odisha Day (Utkala Dibasa)
2025-04-08,2026-04-08,2027-04-08 | PB | Guru Nabha Dass's Jayanti
2025-04-10,2026-03-31,2027-04-18 |  | Mahavir Jayanti
2025-04-11,2026-04-11,2027-04-11 | RJ | Mahatma Jyotiba Phule's Jayanti
2025-04-13 | HR,PB | Vaisakhi
2025-04-13 | JK | Baisakhi
2025-04-14,2026-04-14,2027-04-14 |  | Dr. B. R. Ambedkar's Jayanti
2025-04-15,2026-04-15 | AR,AS | Bahag Bihu
2025-04-15,2026-04-15 | HP | Himachal Day
2025-04-15,2026-04-15 | OD | Maha Vishuva Sankranti / Pana Sankranti
2025-04-15 | WB | Pohela Boishakh
2025-04-16,2026-04-16,2027-04-16 | AS | Bahag Bihu
2025-04-18,2026-04-03,2027-03-26 |  | Good Friday
2025-04-21,2026-04-21,2027-04-21 | TR | Garia Puja
2025-04-29,2026-04-19,2027-05-08 | GJ,HP,PB,RJ | Bhagvan Shri Parshuram's Jayanti
2025-04-29,2026-04-19,2027-05-08 | HR | Akshay Tritiya; Bhagvan Shri Parshuram's Jayanti
2025-05-01,2027-05-01 | AS,KA | May Day
2025-05-01,2027-05-01 | MH | Maharashtra Day
2025-05-09,2026-05-09,2027-05-09 | WB | Rabindra Jayanti
2025-05-12,2026-05-01,2027-05-20 |  | Buddha Purnima
2025-05-16,2026-05-16,2027-05-16 | SK | Sikkim State Day
2025-05-29,2026-06-17,2027-06-07 | HP,HR,RJ | Maharana Pratap's Jayanti
2025-05-30,2026-06-18,2027-06-08 | PB | Guru Arjun Dev's Shaheedi Diwas
2025-06-07,2026-05-27 |  | Id-ul-Zuha (Bakrid)
2025-06-11,2026-06-29,2027-06-18 | HP,HR,PB | Sant Kabir's Jayanti
2025-06-15,2026-06-15,2027-06-15 | MZ | Young Mizo Association's Day
2025-06-30,2026-06-30,2027-06-30 | MZ | Remna Ni
2025-07-03,2026-07-22,2027-07-11 | TR | Kharchi Puja
2025-07-06,2026-06-26 |  | Muharram
2025-07-16,2026-07-16,2027-07-16 | UK | Harela
2025-07-19,2026-08-04,2027-07-28 | TR | Ker Puja
2025-07-31,2026-07-31,2027-07-31 | HR,PB | Shaheed Udham Singh's Shaheedi Diwas
2025-08-09 | DH,GJ,HR,MP,UK,UP | Raksha Bandhan
2025-08-09 | RJ | International Day of Adivasi Peoples; Raksha Bandhan
2025-08-15,2026-08-15 |  | Independence Day
2025-08-16,2026-09-04,2027-08-25 |  | Janmashtami (Vaishnava)
2025-08-19,2026-08-19,2027-08-19 | TR | Maharaja Bir Bikram Kishore Manikya Bahadur's Jayanti
2025-08-27,2026-09-14,2027-09-04 | DH | Ganesh Chaturthi / Vinayak Chaturthi
2025-08-27,2026-09-14,2027-09-04 | GA,KA,MH | Ganesh Chaturthi
2025-08-28,2026-09-15,2027-09-05 | GA | Ganesh Chaturthi (Day 2)
2025-08-28,2026-09-15,2027-09-04 | GJ | Samvatsari Day
2025-09-05,2026-08-26 |  | Milad-un-Nabi
2025-09-11,2026-09-11,2027-09-11 | RJ | Khejarli's Shaheedi Diwas
2025-09-17,2026-09-17,2027-09-17 | UK | Vishwakarma Puja
2025-09-22,2026-10-11,2027-09-30 | HR,PB | Maharaj Agrasen's Jayanti
2025-09-22,2026-10-11,2027-09-30 | RJ | Maharaj Agrasen's Jayanti; Sharad Navratri
2025-09-23,2026-09-23,2027-09-23 | HR | Haryana War Heroes' Shaheedi Diwas
2025-09-23,2026-09-23,2027-09-23 | JK | Maharaja Hari Singh's Jayanti
2025-09-29,2026-10-18,2027-10-06 | TR | Mahasaptami
2025-09-30,2026-10-19,2027-10-07 | AR,TR | Mahashtami
2025-09-30,2026-10-19,2027-10-07 | RJ | Durgashtami
2025-10-01,2026-10-19,2027-10-08 | JK | Mahanavami
2025-10-02 |  | Dussehra; Mahatma Gandhi's Jayanti
2025-10-07,2026-10-26,2027-10-15 | CH,HP,HR,PB,UK | Maharshi Valmiki's Jayanti
2025-10-20,2026-11-08,2027-10-29 |  | Diwali (Deepavali)
2025-10-22,2026-11-10,2027-10-30 | DH,MP,RJ,UP | Govardhan Puja
2025-10-22,2026-11-10,2027-10-30 | GJ | Vikram Samvat New Year
2025-10-22,2026-11-10,2027-10-30 | HR,PB | Vishwakarma Day
2025-10-22,2026-11-10,2027-10-30 | MH | Diwali (Bali Pratipada)
2025-10-23,2026-11-11 | GJ,RJ | Bhai Duj
2025-10-23,2026-11-11,2027-10-31 | UP | Bhai Duj; Chitragupt's Jayanti
2025-10-26,2026-10-26,2027-10-26 | JK | Accession Day
2025-10-28,2027-11-04 | BR,JH | Chhath Puja
2025-10-28,2026-11-15,2027-11-04 | DH | Pratihar Shashthi or Surya Shashthi (Chhath Puja)
2025-10-31,2026-10-31 | GJ | Sardar Vallabhbhai Patel's Jayanti
2025-11-01,2026-11-01,2027-11-01 | HR | Haryana Day
2025-11-01,2026-11-01,2027-11-01 | KL | Kerala Foundation Day
2025-11-01,2026-11-01,2027-11-01 | PY | Puducherry Liberation Day
2025-11-05,2026-11-24,2027-11-14 |  | Guru Nanak's Jayanti
2025-11-15,2027-11-15 | JH | Jharkhand Formation Day
2025-11-16,2026-11-16,2027-11-16 | PB | Kartar Singh Sarabha's Shaheedi Diwas
2025-11-24,2027-11-24 | PB,UK | Guru Tegh Bahadur's Shaheedi Diwas
2025-12-01,2026-12-01,2027-12-01 | AR | Indigenous Faith Day
2025-12-03,2026-12-03,2027-12-03 | GA | Saint Francis Xavier's Day
2025-12-19,2026-12-19,2027-12-19 | GA | Goa Liberation Day
2025-12-24,2026-12-24,2027-12-24 | MZ | Christmas Eve
2025-12-25,2026-12-25,2027-12-25 |  | Christmas
2025-12-26,2026-12-26,2027-12-26 | MZ | Post Christmas
2025-12-28,2026-12-28,2027-12-28 | PB | Jor Mela Fatehgarh Sahib
2025-12-31,2026-12-31,2027-12-31 | MZ | New Year's Eve
2026-03-03 | MH | Holi
2026-03-04 | !MH | Holi
2026-03-26,2027-04-15 |  | Ram Navami
2026-04-15 | TR,WB | Pohela Boishakh
2026-07-06,2027-07-06 | MZ | Mizo Hmeichhe Insuihkhawm Pawl's Day
2026-08-09,2027-08-09 | RJ | International Day of Adivasi Peoples
2026-08-16,2027-08-16 | PY | Puducherry De Jure Transfer Day
2026-08-28,2027-08-17 | DH,GJ,HR,MP,RJ,UK,UP | Raksha Bandhan
2026-10-02,2027-10-02 |  | Mahatma Gandhi's Jayanti
2026-10-20,2027-10-09 |  | Dussehra
2026-11-15 | BR | Chhath Puja
2026-11-15 | JH | Chhath Puja; Jharkhand Formation Day
2027-03-10 |  | Id-ul-Fitr~
2027-05-17 |  | Id-ul-Zuha (Bakrid)~
2027-06-16 |  | Muharram~
2027-08-15 |  | Independence Day; Milad-un-Nabi~
2027-09-12 | AN,KL | Onam
2027-10-31 | GJ | Bhai Duj; Sardar Vallabhbhai Patel's Jayanti
2027-10-31 | RJ | Bhai Duj
`,
};
