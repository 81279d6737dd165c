import type { web as en } from '../en/web';

export const web = {
  'web.heading': 'ウェブ画面',
  'web.body': 'ご本人専用のリンクです。{minutes, number}分以内に1回だけ使えます。',
  'web.open': 'ウェブで開く',
  'web.signed-out':
    '{sessions, plural, =0 {ウェブにはサインインしていません。} other {ウェブからサインアウトしました(#件)。}}',
  'web.all-signed-out':
    '{sessions, plural, =0 {ウェブにサインインしている人はいません。} other {ウェブの全員をサインアウトしました(#件)。次回はチャットからサインインしてください。}}',
  'help.web': '自分の予定とチームの状況をブラウザーで表示(「web サインアウト」で終了)',
  'audit.web-sign-out-all': 'ウェブの全員をサインアウト',
  'refusal.no-pages':
    'ウェブ画面のアドレスがまだ設定されていません。ボットの運用担当者に、PUBLIC_URLの設定(https)を依頼してください。',
} satisfies Record<keyof typeof en, string>;
