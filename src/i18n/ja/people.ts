import type { people as en } from '../en/people';

export const people = {
  'panel.heading': '{name}さんの予定',
  'panel.intro':
    'テレワーク・デイの朝に勤務形態を伺い、チームの集計を投稿するボットです。回答はボタンを1回押すだけです。',
  'panel.none': '今後のテレワーク・デイの予定はありません。',
  'panel.no-team': '所属チームがまだ分かりません。チームのチャンネルで一度お声がけください。',
  'panel.more-days': 'ほかに{count, number}日分の予定があります。「{command}」で確認できます。',
  'panel.asked-by': '{answer}({teams})',
  'panel.days': '今後の予定',
  'panel.unanswered': '未回答',
  'panel.usual': '未回答(通常は{choice})',
  'panel.late': '{choice}(締め切り後)',
  'panel.change': 'ほかの日の回答・変更',
  'panel.teams': '所属チームの本日の集計',
  'panel.no-poll': '本日の受付はありません',
  'which-team.heading': 'どのチームですか',
  'which-team.body':
    '複数のチームを管理されています。設定を見るチームをお選びください。その他の操作は、そのチームのチャンネルでお試しください。',
  'which-team.more': 'ほかに{count}チームあります。そのチャンネルで操作してください。',
  'panel.manage': 'チームの設定',
  'panel.week': '曜日ごとの基本設定',
  'panel.week-empty': '未設定',
  'panel.language': '言語',
  'panel.reminders': 'リマインダー',
  'panel.on': 'オン',
  'panel.off': 'オフ',
  'panel.settings': '個人設定',
  'panel.edit-week': '基本設定を編集',
  'panel.remind-on': 'リマインダーを再開',
  'panel.remind-off': 'リマインダーを停止',
  'panel.help': 'ヘルプ',
  'panel.languages': '表示言語',

  'week.heading': '基本の週予定',
  'week.saved': '基本の週予定を保存しました',
  'week.today': '本日から有効で、{day}は「{choice}」です。',
  'week.today-answered': '{day}は「{choice}」と回答済みのため、そのままです。',
  'week.today-none': '本日({day})の予定による回答は取り消しました。',
  'week.deleted': '基本の週予定を削除しました',
  'week.empty': '基本の週予定はまだ設定されていません。',
  'week.body': '受付開始時に、この予定が回答として記録されます。当日の回答はいつでも変更できます。',
  'week.deleted-body': '今後、受付開始時に回答が自動で記録されることはありません。',
  'week.none': '設定なし',
  'week.edit': '変更するには、ボタンを押すか、「{example}」「{clear}」のようなコマンドをお使いください。',
  'week.form': '普段の勤務形態をお選びください。',

  'form.save': '保存する',

  'reminders.on': 'リマインダーをオンにしました。未回答のときだけお知らせします。',
  'reminders.off': 'リマインダーをオフにしました。コマンド「{command}」で再開できます。',

  'language.set': '今後は日本語でご案内します。',

  'forget.heading': '{name}さんのデータを削除しますか',
  'forget.body':
    'プロフィール、設定、履歴、すべての回答を削除します。元に戻すことはできません。削除後は、ボタンやコマンドを再びお使いになるまで、集計の対象にならず、リマインダーも届かず、お名前も表示されません。過去の日の集計は人数のみが残り、個人の情報は残りません。管理者として行った変更は、IDのみが{months, number}か月間記録に残ります。',
  'forget.again': '削除されるのは{name}さんのデータだけです。本当に削除する場合は、もう一度押してください。',
  'forget.label': '削除すると元に戻せません。よろしいですか。',
  'forget.button': '自分のデータを削除',
  'forget.done': 'データを削除しました',
  'forget.done-body':
    'ボタンやコマンドを再びお使いになるまで、集計の対象にならず、リマインダーも届かず、お名前も表示されません。過去の日の集計は人数のみが残り、個人の情報は残りません。管理者として行った変更は、IDのみが{months, number}か月間記録に残ります。',
} satisfies Record<keyof typeof en, string>;
