import type { Intent } from '../app/intent';
import { repeated } from '../domain/text';
import { fold, politely } from '../domain/typed/fold';

const NAME = String.raw`(?<name>\S.{0,80}?)`;
const PLEASE = `(?:please )?(?:(?:i(?:'d| would) like to|i want to|can i|let me) )?`;
const DAYS = `(?:の(?:予定|勤務|勤務予定|勤務形態|勤務場所))?`;

/** `on` false: to follow no more. These come first, as they hold the words of the others. */
const FORMS: readonly { on: boolean; form: RegExp }[] = [
  { on: false, form: new RegExp(`^${PLEASE}(?:unfollow|stop following|don't follow) ${NAME}[.!]?$`, 'u') },
  { on: false, form: new RegExp(`^フォロー(?:解除|をやめる|終了)[ :]?${NAME}$`, 'u') },
  {
    on: false,
    form: new RegExp(`^${NAME}${DAYS}の?を?フォロー(?:を)?(?:解除|やめ|外|中止|終了).{0,8}$`, 'u'),
  },
  {
    on: false,
    form: new RegExp(`^(?:请|請)?(?:取消(?:关注|關注|追蹤)|不再(?:关注|關注|追蹤)) ?${NAME}[。!]?$`, 'u'),
  },
  { on: true, form: new RegExp(`^${PLEASE}(?:follow|keep an eye on) ${NAME}(?: please)?[.!]?$`, 'u') },
  { on: true, form: new RegExp(`^フォロー[ :]${NAME}$`, 'u') },
  { on: true, form: new RegExp(`^${NAME}${DAYS}をフォロー(?:する|して|した|します|しま).{0,8}$`, 'u') },
  { on: true, form: new RegExp(`^${NAME}${DAYS}をフォロー$`, 'u') },
  {
    on: true,
    form: new RegExp(
      `^(?:请|請|我?想|我?要)?(?:关注|關注|追蹤)(?:一下)? ?${NAME}(?:的(?:安排|日程|动态|動態))?[。!]?$`,
      'u',
    ),
  },
];

const WHOM =
  /^(?:following|who (?:do|am) i follow(?:ing)?|whom do i follow|(?:show )?(?:my )?followed colleagues|フォロー(?:中|一覧|リスト|している人)?|フォロー中の(?:人|メンバー)|我的(?:关注|關注|追蹤)|(?:关注|關注|追蹤)(?:列表|名单|清單|名單|的人)?|我(?:关注|關注|追蹤)了?(?:谁|誰))[?]?$/u;

/** To follow a colleague, or no more, by the name as typed; null: the text says nothing of it. */
export function parseFollow(line: string): Intent | null {
  const text = fold(line).replace(/[。．]$/u, '');
  if (WHOM.test(politely(text))) return { kind: 'following' };
  for (const { on, form } of FORMS) {
    const name = form.exec(text)?.groups?.name;
    if (name !== undefined) return { kind: on ? 'follow' : 'unfollow', who: { name: repeated(name) } };
  }
  return null;
}
