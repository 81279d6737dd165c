import type { commands as en } from '../en/commands';

export const commands = {
  'command.styles': '居家办公、半天居家办公、卫星办公室、移动办公、错峰上班、休假、出差、到公司',
  'command.home': '居家办公',
  'command.home-on': '{date} 居家办公',
  'command.on': '{date} {style}',
  'command.off-peak': '错峰上班 10:30',
  'command.office': '周五 到公司',
  'command.clear': '周五 取消',
  'command.me': '我的',
  'command.week': '每周 周一=居家办公 周三=到公司',
  'command.week-of': '每周',
  'command.week-clear': '每周 清除',
  'command.days': '日程',
  'command.who': '谁',
  'command.who-group': '谁 @sales 周五',
  'command.tally': '统计',
  'command.remind': '提醒 关闭',
  'command.remind-on': '提醒 开启',
  'command.language': '语言 中文',
  'command.forget-me': '删除我的数据',
  'command.help': '帮助',
} satisfies Record<keyof typeof en, string>;
