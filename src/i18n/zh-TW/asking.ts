import type { asking as en } from '../en/asking';

export const asking = {
  'command.ask-privately': '私訊問我',
  'help.ask-privately': '登記開始時也私訊詢問您',
  'panel.asking': '登記開始時',
  'panel.asking-both': '也私訊詢問',
  'panel.asking-channel': '僅在頻道詢問',
  'panel.ask-on': '也私訊問我',
  'panel.ask-off': '只在頻道詢問',
  'asking.on': '好的。登記開始時，若您尚未回覆，我也會私訊詢問您。',
  'asking.off': '好的。今後只在頻道中詢問。',
  'asking.reminder': '若您尚未回覆，仍會收到提醒。',
  'asking.change': '變更設定',
  'private-poll.stop': '不需要私訊詢問？',
  'private-poll.late-button': '補交回覆',
  'reminder.later': '稍後再提醒，或停止提醒',
  'reminder.snooze': '30分鐘後提醒',
  'snooze.at': '好的，{at}再提醒您。',
  'snooze.answered': '您已經回覆過了，不會再提醒。',
  'snooze.too-late': '就快到{until}截止了，請現在回覆。',
  'snooze.once': '只能延後一次提醒，請在{until}前回覆。',
} satisfies Record<keyof typeof en, string>;
