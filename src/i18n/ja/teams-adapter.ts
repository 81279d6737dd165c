import type { teamsAdapter as en } from '../en/teams-adapter';

export const teamsAdapter = {
  'teams-adapter.chat': 'グループチャット',
  'teams-adapter.working': '処理に時間がかかっています。しばらくしてから、もう一度ご確認ください。',
  'teams-adapter.cut': '表示しきれない部分があります。',
  'teams-adapter.needed': '入力してください。',
  'teams-adapter.confided': '個人チャットに回答をお送りしました。',
  'teams-adapter.not-confided':
    'この内容はご本人にだけお送りしますが、まだ個人チャットにメッセージをお送りできません。ご自身でアプリを追加し、個人チャットで「自分の予定」とお送りください。',
} satisfies Record<keyof typeof en, string>;
