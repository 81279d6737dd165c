import type { asking as en } from '../en/asking';

export const asking = {
  'command.ask-privately': '私信问我',
  'help.ask-privately': '登记开始时也私信询问您',
  'panel.asking': '登记开始时',
  'panel.asking-both': '也私信询问',
  'panel.asking-channel': '仅在频道询问',
  'panel.ask-on': '也私信问我',
  'panel.ask-off': '只在频道询问',
  'asking.on': '好的。登记开始时，如果您还没回复，我也会私信询问您。',
  'asking.off': '好的。今后只在频道中询问。',
  'asking.reminder': '如果您还没回复，仍会收到提醒。',
  'asking.change': '更改设置',
  'private-poll.stop': '不需要私信询问？',
  'private-poll.late-button': '补交回复',
  'reminder.later': '稍后再提醒，或停止提醒',
  'reminder.snooze': '30分钟后提醒',
  'snooze.at': '好的，{at}再提醒您。',
  'snooze.answered': '您已经回复过了，不会再提醒。',
  'snooze.too-late': '就快到{until}截止了，请现在回复。',
  'snooze.once': '只能推迟一次提醒，请在{until}前回复。',
} satisfies Record<keyof typeof en, string>;
