import type { commands as en } from '../en/commands';

export const commands = {
  'command.styles': '居家辦公、半天居家辦公、衛星辦公室、行動辦公、錯峰上班、請假、出差、進辦公室',
  'command.home': '居家辦公',
  'command.home-on': '{date} 居家辦公',
  'command.on': '{date} {style}',
  'command.off-peak': '錯峰上班 10:30',
  'command.office': '週五 進辦公室',
  'command.clear': '週五 取消',
  'command.me': '我的',
  'command.week': '每週 週一=居家辦公 週三=進辦公室',
  'command.week-of': '每週',
  'command.week-clear': '每週 清除',
  'command.days': '日程',
  'command.who': '誰',
  'command.who-group': '誰 @sales 週五',
  'command.tally': '統計',
  'command.remind': '提醒 關閉',
  'command.remind-on': '提醒 開啟',
  'command.language': '語言 繁體中文',
  'command.forget-me': '刪除我的資料',
  'command.help': '說明',
} satisfies Record<keyof typeof en, string>;
