import type { figures as en } from '../en/figures';

export const figures = {
  'figure.people': '{count, number}人',
  'figure.person-days': '{count, number}人天',
  'figure.days': '{count, number}天',
  'figure.count': '{count, number}人({percent})',
  'figure.share': '{count, number}/{total, number}人({percent})',
  'figure.share-of-none': '{count, number}/{total, number}人',
  'figure.so-far': '{figure}，截至目前',
  'figure.withheld': '不公開(避免透露不足5人的情況)',
  'figure.not-apart': '未細分',
  'figure.more-points': '+{points, number}個百分點',
  'figure.fewer-points': '−{points, number}個百分點',
  'figure.changed': '{before} → {now}({difference})',
  'figure.no-difference': '持平',
  'figure.hours': '{hours, number}小時',

  'list.more-days': '{list}，另有{count, number}天',
  'list.and': '{list}和{last}',
  'list.fact': '{label}：{value}',

  'tally.telework': '遠距辦公',
  'tally.peak-avoided': '避開尖峰',
  'tally.no-office-visit': '未進辦公室',
  'tally.answered': '回覆率',
  'tally.by-style': '各辦公方式人數',
  'tally.late': '{count, number}人逾時回覆({time}之後)',
  'tally.nobody': '沒有人回覆。',
  'tally.nobody-yet': '還沒有人回覆。',
  'tally.planned': '{count, number}人事先回覆',
  'tally.median':
    '{count, plural, =1 {登記開始後回覆的1人在{duration}內回覆} other {登記開始後回覆的#人中，半數在{duration}內回覆}}',
  'tally.heading': '統計：{day}',

  'savings.hours': '節省的通勤時間',
  'savings.formula': '計算方式',
  'savings.cost': '節省的交通費',
  'savings.cost-inputs':
    '{amount, number} {currency}：(居家、行動辦公{fullDays, number}天＋衛星辦公室{satelliteDays, number}天÷2)×{fare, number}',
  'savings.co2': '減少的 CO2 排放',
  'savings.co2-inputs':
    '{kg, number}公斤：(居家、行動辦公{fullDays, number}天＋衛星辦公室{satelliteDays, number}天÷2)×{km, number}公里×{gramsPerKm, number}克/公里÷1,000，{year}年係數：{source}',
  'savings.source': '資料來源',
  'savings.of-team': '人天來自回覆統計；時間、交通費和距離來自團隊設定',
  'savings.rail': '無論是否通勤，列車都會行駛，因此不計減碳量。',
  'savings.inputs':
    '(居家、行動辦公{fullDays, number}天＋衛星辦公室{satelliteDays, number}天÷2)×來回{commuteMinutes, number}分鐘÷60',

  'not-attendance': '僅供安排參考，不作為出勤紀錄',
} satisfies Record<keyof typeof en, string>;
