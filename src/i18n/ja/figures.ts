import type { figures as en } from '../en/figures';

export const figures = {
  'figure.people': '{count, number}人',
  'figure.person-days': '{count, number}人日',
  'figure.days': '{count, number}日',
  'figure.count': '{count, number}人({percent})',
  'figure.share': '{total, number}人中{count, number}人({percent})',
  'figure.share-of-none': '{total, number}人中{count, number}人',
  'figure.so-far': '{figure}(途中経過)',
  'figure.withheld': '秘匿(5人未満)',
  'figure.not-apart': '内訳なし',
  'figure.more-points': '+{points, number}ポイント',
  'figure.fewer-points': '−{points, number}ポイント',
  'figure.changed': '{before} → {now}({difference})',
  'figure.no-difference': '±0ポイント',
  'figure.hours': '{hours, number}時間',

  'list.more-days': '{list}、ほか{count, number}日',
  'list.and': '{list}、{last}',
  'list.fact': '{label}：{value}',

  'tally.telework': 'テレワーク',
  'tally.peak-avoided': 'ピーク回避',
  'tally.no-office-visit': '出社なし',
  'tally.answered': '回答率',
  'tally.by-style': '勤務形態の内訳',
  'tally.late': '締め切り({time})後の回答：{count, number}人',
  'tally.nobody': '回答はありませんでした。',
  'tally.nobody-yet': 'まだ回答はありません。',
  'tally.planned': '事前回答：{count, number}人',
  'tally.median':
    '{count, plural, =1 {受付開始後に回答した1人は{duration}以内に回答} other {受付開始後に回答した#人の半数が{duration}以内に回答}}',
  'tally.heading': '{day}の集計',

  'savings.hours': '削減できた通勤時間',
  'savings.formula': '計算方法',
  'savings.cost': '削減できた交通費',
  'savings.cost-inputs':
    '{amount, number} {currency}：(在宅終日・モバイル{fullDays, number}日＋サテライト{satelliteDays, number}日÷2)×{fare, number}',
  'savings.co2': '削減できたCO2',
  'savings.co2-inputs':
    '{kg, number}kg：(在宅終日・モバイル{fullDays, number}日＋サテライト{satelliteDays, number}日÷2)×{km, number}km×{gramsPerKm, number}g/km÷1,000、{year}年の係数：{source}',
  'savings.source': '数値の出典',
  'savings.of-team': '人日は回答の集計、時間・交通費・距離はチームの設定による値です',
  'savings.rail': '電車は通勤者が減っても運行されるため、CO2の削減量には含めていません。',
  'savings.inputs':
    '(在宅終日・モバイル{fullDays, number}日＋サテライト{satelliteDays, number}日÷2)×往復{commuteMinutes, number}分÷60',

  'not-attendance': '※勤怠管理の記録ではありません',
} satisfies Record<keyof typeof en, string>;
