import type { polls as en } from '../en/polls';

export const polls = {
  'day.heading.telework': 'テレワーク・デイ：{day}',
  'day.heading.core': 'テレワーク・デイ(コア日)：{day}',
  'day.heading.emergency': '緊急テレワーク・デイ：{day}',
  'day.heading.drill': 'テレワーク訓練：{day}',
  'day.heading.workday': '勤務形態の確認：{day}',
  'day.type': '種別',
  'day.type.telework': 'テレワーク・デイ(コア日以外)',
  'day.type.core': 'コア日',
  'day.type.emergency': '緊急テレワーク・デイ',
  'day.type.drill': 'テレワーク訓練',
  'day.type.workday': '通常の勤務日',
  'day.campaign': 'キャンペーン',
  'day.reason': '理由',
  'day.window': '回答時間',
  'day.make-up': '振替の勤務日',
  'day.resting': '一部の地域({regions})では祝日',
  'day.core-mark': '{day} コア日',
  'day.emergency-mark': '{day} 緊急',
  'day.drill-mark': '{day} 訓練',

  'days.heading': 'テレワーク・デイの一覧',
  'days.none':
    'テレワーク・デイの予定はありません。管理者はコマンド「campaign list」からキャンペーンを登録できます。',
  'days.row': '{answer}({window})',

  'announcement.today': '本日{day}はテレワーク・デイです。勤務形態をお知らせください。',
  'announcement.tomorrow': '明日{day}はテレワーク・デイです。当日の勤務予定をお知らせください。',
  'announcement.coming': '{day}はテレワーク・デイです。当日の勤務予定をお知らせください。',
  'announcement.core': 'この日はコア日です。可能な方はテレワークにご協力をお願いいたします。',
  'announcement.planned': '回答済み',
  'announcement.withdrawn-heading': 'テレワーク・デイの取りやめ：{day}',
  'announcement.withdrawn': '{day}のテレワーク・デイは取りやめになりました。ご回答は不要です。',

  'curve.responded': '呼びかけ後の回答',
  'curve.share': 'そのうち{share}が回答するまで',
  'poll.planned': '受付開始は{from}ですが、今からでも回答できます。',
  'poll.open': '{until}までに、本日の勤務形態をお知らせください。',
  'poll.late':
    '回答時間は{until}に終了しました。本日中は引き続き回答でき、締め切り後の回答として表示します。',
  'poll.opened-late': '{from}から{until}までボットが停止していたため、受付の開始が遅れました。',
  'poll.over': 'この日の受付は終了しました。',
  'poll.none': 'この日の受付はありません。コマンド「{days}」で今後のテレワーク・デイを確認できます。',
  'poll.empty': 'まだ回答はありません。最初の回答をお待ちしています。',
  'poll.opened': '受付を開始しました：{day}',
  'poll.opened-next': 'チャンネルに投稿しました。回答時間は{window}です。',
  'poll.opened-coming':
    'チャットサービスが応答し次第、チャンネルに投稿します。投稿の状況は「{command}」で確認できます。回答時間は{window}です。',
  'poll.moved': '再投稿しました：{day}',
  'poll.moved-next': 'この受付は、下に改めて投稿しました。新しいメッセージからご回答ください。',

  'closing.heading': '集計結果：{day}',
  'closing.compared': '前回のテレワーク・デイ、{day}との比較',
  'closing.figure': '項目',
  'closing.difference': '増減',
  'closing.target': '目標',
  'closing.target-reached': 'テレワーク{target}：達成しました',
  'closing.target-missed': 'テレワーク{target}：未達成です',
  'closing.late': '本日中は、締め切り後の回答も集計に加えます。',
  'closing.over': 'この結果は確定です。',

  'reminder.heading': '回答のお願い：{day}',
  'reminder.body':
    '本日の勤務場所のご回答がまだのようです。{until}までにご協力をお願いいたします。行き違いの場合はご容赦ください。',
  'reminder.stop': '今後のリマインダーが不要な場合は、ボタンかコマンド「{command}」で停止できます。',
  'reminder.stop-button': 'リマインダーを停止',
} satisfies Record<keyof typeof en, string>;
