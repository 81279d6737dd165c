import type { Locale } from '../../../src/domain/people/person';

/** How an install ended. */
export type Ending = 'installed' | 'cancelled' | 'refused' | 'failed';

interface Words {
  endings: Record<Ending, { title: string; text: string }>;
  again: string;
  open: string;
}

/** What a browser shows after an install. */
export const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    endings: {
      installed: {
        title: 'Telework Days is installed',
        text: 'Invite it to a channel with /invite, then type /telework setup there.',
      },
      cancelled: { title: 'Nothing was installed', text: 'You have cancelled. Nothing was changed.' },
      refused: {
        title: 'This link is no longer valid',
        text: 'It was used already, is older than ten minutes, or belongs to another browser. Nothing was changed.',
      },
      failed: {
        title: 'The install did not work',
        text: 'Slack did not confirm it. Please try again; if it fails again, ask whoever runs this bot.',
      },
    },
    again: 'Install again',
    open: 'Open Slack',
  },
  ja: {
    endings: {
      installed: {
        title: 'テレワーク・デイズをインストールしました',
        text: 'チャンネルに /invite で招待し、そこで /telework setup と入力してください。',
      },
      cancelled: {
        title: 'インストールしませんでした',
        text: 'キャンセルされました。変更はありません。',
      },
      refused: {
        title: 'このリンクは無効です',
        text: '使用済みか、10分以上経過したか、別のブラウザのものです。変更はありません。',
      },
      failed: {
        title: 'インストールできませんでした',
        text: 'Slackから確認が得られませんでした。もう一度お試しください。続く場合は、このボットの運用担当者にお問い合わせください。',
      },
    },
    again: 'もう一度インストールする',
    open: 'Slackを開く',
  },
  'zh-CN': {
    endings: {
      installed: {
        title: '远程办公日已安装',
        text: '请用 /invite 邀请它加入频道,然后在频道中输入 /telework setup。',
      },
      cancelled: { title: '未安装', text: '您已取消,没有任何更改。' },
      refused: {
        title: '此链接已失效',
        text: '链接已被使用、已超过10分钟,或属于其他浏览器。没有任何更改。',
      },
      failed: {
        title: '安装未成功',
        text: 'Slack 未确认安装。请重试;如仍失败,请联系本机器人的运维人员。',
      },
    },
    again: '重新安装',
    open: '打开 Slack',
  },
  'zh-TW': {
    endings: {
      installed: {
        title: '遠距辦公日已安裝',
        text: '請用 /invite 邀請它加入頻道,然後在頻道中輸入 /telework setup。',
      },
      cancelled: { title: '未安裝', text: '您已取消,沒有任何變更。' },
      refused: {
        title: '此連結已失效',
        text: '連結已被使用、已超過10分鐘,或屬於其他瀏覽器。沒有任何變更。',
      },
      failed: {
        title: '安裝未成功',
        text: 'Slack 未確認安裝。請再試一次;如仍失敗,請聯絡本機器人的維運人員。',
      },
    },
    again: '重新安裝',
    open: '開啟 Slack',
  },
};
