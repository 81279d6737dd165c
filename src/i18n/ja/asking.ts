import type { asking as en } from '../en/asking';

export const asking = {
  'command.ask-privately': '個別に聞いて',
  'help.ask-privately': '受付の開始時に、個別にもお聞きします',
  'panel.asking': '受付の開始時',
  'panel.asking-both': '個別にもお知らせ',
  'panel.asking-channel': 'チャンネルのみ',
  'panel.ask-on': '個別にも受け取る',
  'panel.ask-off': 'チャンネルのみにする',
  'asking.on': '承知しました。受付が始まったときに未回答でしたら、個別にもお聞きします。',
  'asking.off': '承知しました。今後はチャンネルのみでお聞きします。',
  'asking.reminder': '未回答の場合は、これまでどおりリマインダーをお送りします。',
  'asking.change': '設定を変更',
  'private-poll.stop': '個別の受付が不要な場合',
  'private-poll.late-button': '今から回答する',
  'reminder.later': 'あとで再通知、またはリマインダーの停止',
  'reminder.snooze': '30分後に再通知',
  'snooze.at': '{at}にもう一度お知らせします。',
  'snooze.answered': 'すでに回答済みのため、再通知はありません。',
  'snooze.too-late': '締め切りの{until}が近いため、再通知できません。今すぐご回答をお願いいたします。',
  'snooze.once': '再通知は1回のみです。{until}までにご回答をお願いいたします。',
} satisfies Record<keyof typeof en, string>;
