import type { Locale } from '../../src/domain/people/person';

/** The few words that only Slack's windows need; everything else comes in the cards. */
export interface SlackWords {
  /** Titles a window: at most 24 characters. */
  title: string;
  close: string;
  previous: string;
  next: string;
  open: string;
  /** Stands where a message was cut. */
  more: string;
  /** While an answer takes its time. */
  wait: string;
  /** What was acknowledged could not be done. */
  failed: string;
}

export const WORDS: Readonly<Record<Locale, SlackWords>> = {
  en: {
    title: 'Telework Days',
    close: 'Close',
    previous: 'Back',
    next: 'More',
    open: 'Open',
    more: '… there is more than fits here.',
    wait: 'One moment, please …',
    failed: 'That did not work just now. Please try again.',
  },
  ja: {
    title: 'テレワーク・デイズ',
    close: '閉じる',
    previous: '前へ',
    next: '次へ',
    open: '開く',
    more: '… ここに表示しきれない続きがあります。',
    wait: '少々お待ちください …',
    failed: '処理できませんでした。お手数ですが、もう一度お試しください。',
  },
  'zh-CN': {
    title: '远程办公日',
    close: '关闭',
    previous: '上一页',
    next: '下一页',
    open: '打开',
    more: '…内容较多,此处未能全部显示。',
    wait: '请稍候…',
    failed: '刚才未能完成,请重试。',
  },
  'zh-TW': {
    title: '遠距辦公日',
    close: '關閉',
    previous: '上一頁',
    next: '下一頁',
    open: '開啟',
    more: '…內容較多,此處未能全部顯示。',
    wait: '請稍候…',
    failed: '剛才未能完成,請再試一次。',
  },
};
