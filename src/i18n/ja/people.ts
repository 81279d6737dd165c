import type { people as en } from '../en/people';

export const people = {
  'panel.heading': '{name}さんの予定',
  'panel.intro':
    'テレワーク・デイズの朝に本日の勤務形態をお聞きし、チームの集計を投稿します。回答はボタンを1回押すだけです。',
  'panel.none': '今後の予定はありません。',
  'panel.no-team': '所属チームがまだ分かりません。チームのチャンネルで一度メッセージをお送りください。',
  'panel.more-days': 'ほかに{count, number}日あります。「{command}」と入力すると、すべて確認できます。',
  'panel.asked-by': '{answer}({teams})',
  'panel.days': '今後の予定',
  'panel.unanswered': '未回答',
  'panel.usual': '未回答(通常は{choice})',
  'panel.late': '{choice}(締め切り後)',
  'panel.change': 'ほかの日の回答・変更',
  'panel.teams': '所属チームの本日の集計',
  'panel.no-poll': '本日の受付なし',
  'which-team.heading': 'どのチームですか？',
  'which-team.body':
    '複数のチームを管理されています。設定を確認するチームをお選びください。そのほかの操作は、そのチームのチャンネルで行ってください。',
  'which-team.more': 'ほかに{count}チームあります。そのチームのチャンネルで操作してください。',
  'panel.manage': 'チームの設定',
  'panel.week': '曜日ごとの基本設定',
  'panel.week-empty': '未設定',
  'panel.reminders': 'リマインダー',
  'panel.on': 'オン',
  'panel.off': 'オフ',
  'panel.settings': '個人設定',
  'panel.edit-week': '基本設定を変更',
  'panel.remind-on': 'リマインダーを再開',
  'panel.remind-off': 'リマインダーを停止',
  'panel.help': 'ヘルプ',
  'panel.languages': '表示言語',

  'week.heading': '曜日ごとの基本設定',
  'week.saved': '曜日ごとの基本設定を保存しました',
  'week.today': '本日から適用されます。{day}は「{choice}」です。',
  'week.today-answered': '{day}は回答済みのため、「{choice}」のままです。',
  'week.today-none': '本日({day})の基本設定による回答は取り消しました。',
  'week.deleted': '曜日ごとの基本設定を削除しました',
  'week.empty': '曜日ごとの基本設定はまだありません。',
  'week.body': '受付開始時に、この設定で自動的に回答します。各日の回答はいつでも変更できます。',
  'week.deleted-body': '今後、受付開始時に自動で回答することはありません。',
  'week.none': '未設定',
  'week.form': '曜日ごとの基本設定',

  'form.save': '保存する',

  'reminders.on': 'リマインダーをオンにしました。未回答のときだけお知らせします。',
  'reminders.off': 'リマインダーをオフにしました。「{command}」と入力すると、再開できます。',

  'language.set': '表示言語を日本語に変更しました。',

  'forget.heading': '{name}さんのデータを削除しますか？',
  'forget.body':
    'プロフィール、設定、履歴、すべての回答を削除します。元に戻すことはできません。削除後は、次にボタンを押すかコマンドを入力されるまで、集計に含まれず、リマインダーも届かず、氏名も表示されません。過去の集計には人数だけが残り、個人の情報は残りません。管理者として行った変更は、IDのみが{months, number}か月間記録に残ります。',
  'forget.again': '削除されるのは{name}さんのデータだけです。削除する場合は、もう一度押してください。',
  'forget.label': '自分のデータをすべて削除しますか？ 元に戻すことはできません。',
  'forget.button': '自分のデータを削除',
  'forget.done': 'データを削除しました',
  'forget.done-body':
    '次にボタンを押すかコマンドを入力されるまで、集計に含まれず、リマインダーも届かず、氏名も表示されません。過去の集計には人数だけが残り、個人の情報は残りません。管理者として行った変更は、IDのみが{months, number}か月間記録に残ります。',
} satisfies Record<keyof typeof en, string>;
