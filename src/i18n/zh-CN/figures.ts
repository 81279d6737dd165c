import type { figures as en } from '../en/figures';

export const figures = {
  'figure.people': '{count, number}人',
  'figure.person-days': '{count, number}人天',
  'figure.days': '{count, number}天',
  'figure.count': '{count, number}人({percent})',
  'figure.share': '{count, number}/{total, number}人({percent})',
  'figure.share-of-none': '{count, number}/{total, number}人',
  'figure.so-far': '{figure}，截至目前',
  'figure.withheld': '不公开(避免透露不足5人的情况)',
  'figure.not-apart': '未细分',
  'figure.more-points': '+{points, number}个百分点',
  'figure.fewer-points': '−{points, number}个百分点',
  'figure.changed': '{before} → {now}({difference})',
  'figure.no-difference': '持平',
  'figure.hours': '{hours, number}小时',

  'list.more-days': '{list}，另有{count, number}天',
  'list.and': '{list}和{last}',
  'list.fact': '{label}：{value}',

  'tally.telework': '远程办公',
  'tally.peak-avoided': '避开高峰',
  'tally.no-office-visit': '未到公司',
  'tally.answered': '回复率',
  'tally.by-style': '各办公方式人数',
  'tally.late': '{count, number}人逾期回复({time}之后)',
  'tally.nobody': '没有人回复。',
  'tally.nobody-yet': '还没有人回复。',
  'tally.planned': '{count, number}人提前回复',
  'tally.median':
    '{count, plural, =1 {登记开始后回复的1人用时不到{duration}} other {登记开始后回复的#人中，半数在{duration}内回复}}',
  'tally.heading': '统计：{day}',

  'savings.hours': '节省的通勤时间',
  'savings.formula': '计算方法',
  'savings.cost': '节省的交通费',
  'savings.cost-inputs':
    '{amount, number} {currency}：(居家、移动办公{fullDays, number}天＋就近办公点{satelliteDays, number}天÷2)×{fare, number}',
  'savings.co2': '减少的 CO2 排放',
  'savings.co2-inputs':
    '{kg, number}千克：(居家、移动办公{fullDays, number}天＋就近办公点{satelliteDays, number}天÷2)×{km, number}公里×{gramsPerKm, number}克/公里÷1,000，{year}年系数：{source}',
  'savings.source': '数据来源',
  'savings.of-team': '人天来自回复统计；时间、交通费和距离来自团队设置',
  'savings.rail': '无论是否通勤，列车都会运行，因此不计减排量。',
  'savings.inputs':
    '(居家、移动办公{fullDays, number}天＋就近办公点{satelliteDays, number}天÷2)×往返{commuteMinutes, number}分钟÷60',

  'not-attendance': '仅供安排参考，不作为考勤记录',
} satisfies Record<keyof typeof en, string>;
