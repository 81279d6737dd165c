import type { slack as en } from '../en/slack';

export const slack = {
  'slack.title': 'テレワーク・デイズ',
  'slack.close': '閉じる',
  'slack.previous': '前へ',
  'slack.next': '次へ',
  'slack.yes': 'はい',
  'slack.open': '開く',
  'slack.more': '…ここに表示しきれない続きがあります。',
  'slack.wait': '少々お待ちください…',
  'slack.failed': '処理できませんでした。もう一度お試しください。',
  'slack.outdated': 'この画面は古くなっています。もう一度開いてください。',
  'slack.install.installed.title': 'テレワーク・デイズをインストールしました',
  'slack.install.installed.text':
    'チャンネルに /invite で招待し、そこで /telework setup と入力してください。',
  'slack.install.cancelled.title': 'インストールしませんでした',
  'slack.install.cancelled.text': 'キャンセルされました。変更はありません。',
  'slack.install.refused.title': 'このリンクは無効です',
  'slack.install.refused.text':
    '使用済みか、10分以上経過したか、別のブラウザーのものです。変更はありません。',
  'slack.install.not-allowed.title': 'このワークスペースでは使えません',
  'slack.install.not-allowed.text':
    'このボットを使えるワークスペースは、運用担当者が指定しています。お使いのワークスペースは含まれていません。データは保存していません。ご利用になる場合は、運用担当者に追加をご依頼ください。',
  'slack.install.failed.title': 'インストールできませんでした',
  'slack.install.failed.text':
    'Slackの確認が取れませんでした。もう一度お試しください。解決しない場合は、このボットの運用担当者にお問い合わせください。',
  'slack.install.again': 'もう一度インストールする',
  'slack.install.open': 'Slackを開く',
  'slack.status.connected.title': '設定が完了しました',
  'slack.status.connected.text':
    '今後は、その日の回答をSlackのステータスに表示します。やめるには、Slackで「ステータス オフ」と入力してください。',
  'slack.status.cancelled.title': '何も変更していません',
  'slack.status.cancelled.text': 'キャンセルされたため、ステータスはそのままです。',
  'slack.status.refused.title': 'このリンクは使えなくなりました',
  'slack.status.refused.text':
    '使用済みか、10分以上たっています。Slackで「ステータス オン」と入力して、新しいリンクを取得してください。',
  'slack.status.other.title': 'ほかの方のリンクです',
  'slack.status.other.text':
    '別の方または別のワークスペース用のリンクです。何も保存していません。Slackで「ステータス オン」と入力して、ご自分のリンクを取得してください。',
  'slack.status.failed.title': '設定できませんでした',
  'slack.status.failed.text':
    'Slackから確認が取れませんでした。Slackで「ステータス オン」と入力して、もう一度お試しください。',
} satisfies Record<keyof typeof en, string>;
