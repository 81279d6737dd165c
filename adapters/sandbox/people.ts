import type { Locale, Person } from '../../src/domain/people/person';
import type { Roles } from '../../src/domain/permissions';
import type { Zone } from '../../src/domain/time/calendar';

/** A person of the demo team. */
export interface DemoPerson extends Person {
  /** The name in Latin letters, for those who cannot read it and for the search; empty when it is the same. */
  reading: string;
  locale: Locale;
  timeZone: Zone;
  /** Whether they may set up the channel. */
  admin: boolean;
}

const TOKYO = 'Asia/Tokyo';
const TAIPEI = 'Asia/Taipei';
const SHANGHAI: Zone = 'Asia/Shanghai';

function member(
  id: string,
  name: string,
  reading: string,
  locale: Locale,
  timeZone: Zone,
  admin = false,
): DemoPerson {
  return { id, name, reading, locale, timeZone, admin, kind: 'person' };
}

/** The demo team: 24 people, four languages, three time zones. Every name is made up. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  member('emma', 'Emma Wilson', '', 'en', TOKYO, true),
  member('misaki', '佐藤 美咲', 'Sato Misaki', 'ja', TOKYO, true),
  member('kenta', '鈴木 健太', 'Suzuki Kenta', 'ja', TOKYO),
  member('yumiko', '高橋 由美子', 'Takahashi Yumiko', 'ja', TOKYO),
  member('sho', '田中 翔', 'Tanaka Sho', 'ja', TOKYO),
  member('sakura', '伊藤 さくら', 'Ito Sakura', 'ja', TOKYO),
  member('daisuke', '渡辺 大輔', 'Watanabe Daisuke', 'ja', TOKYO),
  member('megumi', '山本 恵', 'Yamamoto Megumi', 'ja', TOKYO),
  member('takuya', '中村 拓也', 'Nakamura Takuya', 'ja', TOKYO),
  member('yoko', '小林 陽子', 'Kobayashi Yoko', 'ja', TOKYO),
  member('naoki', '加藤 直樹', 'Kato Naoki', 'ja', TOKYO),
  member('aya', '吉田 彩', 'Yoshida Aya', 'ja', TOKYO),
  member('ichiro', '山田 一郎', 'Yamada Ichiro', 'ja', TOKYO),
  member('risa', '松本 理沙', 'Matsumoto Risa', 'ja', TOKYO),
  member('james', 'James Carter', '', 'en', TOKYO),
  member('priya', 'Priya Raman', '', 'en', TOKYO),
  member('liam', 'Liam O’Brien', '', 'en', TOKYO),
  member('sofia', 'Sofia Rossi', '', 'en', TOKYO),
  member('noah', 'Noah Adeyemi', '', 'en', TAIPEI),
  member('yijun', '陳 怡君', 'Chen Yi-jun', 'zh-TW', TAIPEI),
  member('zhihao', '林 志豪', 'Lin Zhi-hao', 'zh-TW', TAIPEI),
  member('yating', '黃 雅婷', 'Huang Ya-ting', 'zh-TW', TAIPEI),
  member('jiawei', '张 家伟', 'Zhang Jiawei', 'zh-CN', SHANGHAI),
  member('shufen', '李 淑芬', 'Lee Shu-fen', 'zh-TW', TAIPEI),
];

/** In the channel as well, as in any real one, to show that they do not count. */
export const DEMO_OTHERS: readonly Person[] = [
  { id: 'build-bot', name: 'Build notices', locale: null, timeZone: null, kind: 'bot' },
  { id: 'former', name: '木村 修', locale: 'ja', timeZone: TOKYO, kind: 'deactivated' },
];

/** The demo team's channel. */
export const DEMO_PLACES: readonly SandboxPlace[] = [{ id: 'telework-team', name: '#telework-days' }];

/** A channel of the sandbox; `id` is its address, `name` what people see. */
export interface SandboxPlace {
  id: string;
  name: string;
}

/** The person as the core knows people. */
export function toPlainPerson({ id, name, locale, timeZone, kind }: Person): Person {
  return { id, name, locale, timeZone, kind };
}

/** What the person administers, everywhere alike. */
export function rolesOf({ admin }: Pick<DemoPerson, 'admin'>): Roles {
  const role = admin ? 'yes' : 'no';
  return { place: role, organisation: role, platform: 'Sandbox' };
}
