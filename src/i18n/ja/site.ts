import type { site as en } from '../en/site';

export const site = {
  'site.title': 'テレワーク・デイズのボット',
  'site.what':
    'SlackとMicrosoft Teamsでテレワーク・デイズをお知らせし、朝に各チームの勤務形態をお聞きして、集計を投稿するボットです。',
  'site.languages': '言語',
  'site.privacy': 'プライバシー',
  'site.stored':
    '保存するのは、チャットから取得したID・氏名・言語・タイムゾーン、回答(勤務形態と出社時刻)、曜日ごとの基本設定と個人設定、所属チーム、管理者が行った変更です。休暇の理由はお聞きしません。',
  'site.kept':
    '回答とその履歴、管理者が行った変更の記録は、{months, number}か月後に削除します。退出した方の情報も同様です。過去の日の集計は、氏名を含まない人数のみが残ります。',
  'site.forget':
    'ご自身のデータをすぐに削除するには、ボットに「{command}」と入力してください。過去の日の集計は人数のみが残り、個人の情報は残りません。管理者として行った変更は、IDのみが同じ期間記録に残ります。',
  'site.operator': 'ボットやデータについてのご質問は、所属組織のボット運用担当者にお問い合わせください。',
  'site.terms': '利用条件',
  'site.purpose':
    'このボットは、本人の回答をもとに、テレワーク・デイズの予定と人数を確認するためのものです。',
  'site.no-record': '回答と集計は勤怠管理の記録ではなく、勤怠管理に使うことはできません。',

  'site.setup-title': 'ボットの設定',
  'site.setup-what':
    '環境変数と{file}ファイルの現在の内容で、設定済みの項目と不足している項目です。値は表示されません。変更後はボットを再起動してください。',
  'site.setup-setting': '設定項目',
  'site.setup-state': '状態',
  'site.setup-set': '設定済み',
  'site.setup-missing': '不足',
  'site.setup-wrong': '誤り',
  'site.setup-slack': '次に、Slackのアプリ設定で不足している値を確認し、{file}に記入してください。',
  'site.setup-teams': '次に、Azureのボットのページで不足している値を確認し、{file}に記入してください。',
  'site.setup-ready': 'すべて設定済みです。次に、ボットを再起動し、チャンネルに追加してください。',
  'site.setup-open-slack': 'Slackのアプリ設定を開く',
  'site.setup-open-teams': 'Azureポータルを開く',
  'site.setup-doctor': '診断の結果',
  'site.setup-fine': '問題は見つかりませんでした。',
  'site.setup-network': 'トークン・権限・アドレスなど、通信が必要な項目は「{command}」で確認できます。',
} satisfies Record<keyof typeof en, string>;
