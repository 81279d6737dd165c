import type { commands as en } from '../en/commands';

export const commands = {
  'command.styles': '在宅、半日在宅、サテライト、モバイル、時差出勤、休暇、出張、出社',
  'command.home': '在宅',
  'command.home-on': '{date} 在宅',
  'command.on': '{date} {style}',
  'command.off-peak': '時差出勤 10:30',
  'command.office': '金曜日 出社',
  'command.clear': '金曜日 取り消し',
  'command.me': '自分',
  'command.week': '週 月=在宅 水=出社',
  'command.week-of': '週',
  'command.week-clear': '週 クリア',
  'command.days': '日程',
  'command.who': '誰',
  'command.who-group': '誰 @sales 金曜',
  'command.tally': '集計',
  'command.remind': 'リマインダー オフ',
  'command.remind-on': 'リマインダー オン',
  'command.language': '言語 日本語',
  'command.forget-me': 'データを削除',
  'command.help': 'ヘルプ',
} satisfies Record<keyof typeof en, string>;
