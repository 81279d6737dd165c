import type { web as en } from '../en/web';

export const web = {
  'web.heading': '网页版',
  'web.body': '此链接仅供您本人使用，{minutes, number}分钟内有效，只能使用一次。',
  'web.open': '在网页中打开',
  'web.signed-out': '{sessions, plural, =0 {您没有登录网页版。} other {已退出网页版(#处登录)。}}',
  'web.all-signed-out':
    '{sessions, plural, =0 {没有人登录网页版。} other {已让所有人退出网页版(#处登录)。之后请从聊天中重新登录。}}',
  'help.web': '在浏览器中查看自己的安排和团队情况；输入“退出网页”结束',
  'audit.web-sign-out-all': '所有人退出网页版',
  'refusal.no-pages': '网页版还没有地址。请联系机器人的运维人员，将 PUBLIC_URL 设为 https 地址。',
} satisfies Record<keyof typeof en, string>;
