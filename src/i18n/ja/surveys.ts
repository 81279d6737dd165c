import type { surveys as en } from '../en/surveys';

export const surveys = {
  'survey.heading': '質問 {number}/{of}',
  'survey.stop': 'ここで終了',
  'survey.anonymous':
    '回答は無記名で集計します。後から変更することはできません。結果は5人以上の場合にだけ表示します。',
  'survey.thanks': 'ご協力ありがとうございます',
  'survey.done': '質問は以上です。',
  'survey.stopped': 'この日についての質問は終了しました。',
  'survey.status': 'アンケート',
  'survey.off': 'アンケートは設定されていません。',
  'survey.chosen-campaign': '{name}：各取り組みの最終日の後に実施します。',
  'survey.chosen-day': '{name}：テレワーク・デイズの各日の後に実施します。',
  'survey.questions': '質問{count, number}問',
  'survey.how': 'テレワークをした方に個別にお聞きします。',
  'survey-form.heading': 'アンケートの選択',
  'survey-form.button': 'アンケートを選ぶ',
  'survey.results-button': '結果を見る',
  'survey-form.preset': 'アンケート',
  'survey-form.none': 'なし',
  'survey-form.moment': '実施時期',
  'survey-form.campaign': '各取り組みの最終日の後',
  'survey-form.day': 'テレワーク・デイズの各日の後',
  'survey.results': '{day}のアンケート結果',
  'survey.too-few': '回答が5人未満のため、表示しません。',
  'survey.disclosed': '5人未満の回答が区別できる場合は、まとめて集計します。',
  'refusal.unknown-survey': '「{text}」というアンケートはありません。選べるもの：{known}',
  'refusal.no-survey-results':
    '終了したアンケートはまだありません。結果は回答の受付が終わってから表示します。',
  'survey.open': '{day}のアンケートは{until}まで受け付けています。結果はその翌日からご覧いただけます。',
  'refusal.survey-open':
    '{day}のアンケートは{until}まで受け付けています。結果はその翌日からご覧いただけます。',
  'refusal.survey-over': 'このアンケートの受付は終了しました。',
  'audit.survey-use': 'アンケートの設定',
  'audit.survey-off': 'アンケートの終了',
  'help.survey': 'テレワークをした方へのアンケート(個別・無記名、「survey off」で終了)',
  'help.survey-results': '終了したアンケートの結果',
} satisfies Record<keyof typeof en, string>;
