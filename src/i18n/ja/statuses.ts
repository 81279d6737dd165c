import type { statuses as en } from '../en/statuses';

export const statuses = {
  'status.heading': 'ステータスに勤務予定を表示',
  'status.offer': 'その日の回答を、1日の終わりまで、名前の横のステータスに表示できます。',
  'status.on': 'オンになっています。回答した日は、1日の終わりまで、回答を名前の横のステータスに表示します。',
  'status.privacy':
    'プロフィールを見られる方は、共有チャンネルの社外の方も含め、どなたでも読めます。休暇、出張・直行、休日・非番は「{away}」と表示します。ご自分で設定したステータスは、そのままにします。',
  'status.now': '現在は「{icon} {text}」と表示しています。',
  'status.none': '現在は何も表示していません。',
  'status.own': 'ご自分で設定したステータスがあるため、そのままにしています。',
  'status.refused': '管理者の設定またはアカウントの種類により、ステータスを変更できません。',
  'status.failed': '本日は設定できませんでした。次の回答の際に、もう一度試します。',
  'status.connect': 'あとは、ブラウザーで許可するだけです。リンクはご本人専用で、10分以内に1回だけ使えます。',
  'status.waiting': 'ステータスを変更するには、許可が必要です。',
  'status.link': '許可する',
  'status.stopped': 'オフにしました。表示していた内容は、1分以内に消えます。',
  'status.unavailable': 'ここでは、ステータスの表示は使えません。ボットの運用担当者にご相談ください。',
  'status.no-address':
    'ここでは使えません。ブラウザーが戻る先となるボットの公開アドレスがないためです。ボットの運用担当者にご相談ください。',
  'status.lost': '許可が取り消されたため、ステータスを変更できなくなりました。',
  'status.choices': 'ステータスの表示',
  'status.start': 'ステータスに表示',
  'status.again': 'もう一度許可する',
  'status.stop': '表示をやめる',
  'panel.status': 'ステータスに表示',
  'panel.status-on': 'ステータスに表示',
  'panel.status-off': 'ステータス表示停止',
  'help.status': '勤務予定をステータスに表示、または停止',
} satisfies Record<keyof typeof en, string>;
