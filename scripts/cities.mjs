/*
 * Makes src/domain/typed/cities.json: the names of cities by their time zone, as people type them. Its sources are two
 * packages of npm, unpacked: @vvo/tzdb (MIT; the largest cities of each zone, from GeoNames) and cldr-dates-full
 * (Unicode-3.0; each zone's city in Japanese and Chinese).
 *
 *   node scripts/cities.mjs <folder of @vvo/tzdb> <folder of cldr-dates-full>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [tzdb, cldr] = process.argv.slice(2);
const LOCALES = ['ja', 'zh', 'zh-Hant'];

/** Cities with many offices which neither source has. */
const MORE = {
  'America/Los_Angeles': [
    'Silicon Valley',
    'Seattle',
    'San Francisco',
    'サンフランシスコ',
    'シアトル',
    '旧金山',
    '舊金山',
    '西雅图',
    '西雅圖',
  ],
  'America/New_York': [
    'Boston',
    'Washington',
    'Atlanta',
    'Miami',
    'NYC',
    'ボストン',
    'ワシントン',
    '华盛顿',
    '華盛頓',
    '波士顿',
    '波士頓',
  ],
  'Asia/Ho_Chi_Minh': ['Ho Chi Minh', 'ハノイ', 'ホーチミン', '河内', '河內', '胡志明', '胡志明市'],
  'Asia/Kolkata': [
    'Chennai',
    'Pune',
    'New Delhi',
    'ムンバイ',
    'デリー',
    'ニューデリー',
    'バンガロール',
    'Bangalore',
    '孟买',
    '孟買',
    '新德里',
    '班加罗尔',
    '班加羅爾',
  ],
  'Asia/Seoul': ['Busan', '서울', '釜山'],
  'Asia/Shanghai': [
    'Guangzhou',
    'Shenzhen',
    'Hangzhou',
    'Wuhan',
    'Tianjin',
    'Nanjing',
    'Suzhou',
    'Dalian',
    'Xiamen',
    '北京',
    '北京市',
    '上海市',
    '广州',
    '廣州',
    '広州',
    '深圳',
    '成都',
    '重庆',
    '重慶',
    '杭州',
    '武汉',
    '武漢',
    '天津',
    '南京',
    '苏州',
    '蘇州',
    '大连',
    '大連',
    '厦门',
    '廈門',
    '西安',
  ],
  'Asia/Taipei': ['臺北', '台北市', '臺北市', '新北', '台中', '臺中', '高雄', '台南', '臺南', '新竹'],
  'Asia/Tokyo': [
    'Kyoto',
    'Kobe',
    'Fukuoka',
    'Sapporo',
    'Kawasaki',
    'Sendai',
    'Hiroshima',
    '東京都',
    '大阪',
    '京都',
    '名古屋',
    '横浜',
    '橫濱',
    '横滨',
    '札幌',
    '福岡',
    '福冈',
    '神戸',
    '神戶',
    '神户',
    '川崎',
    '仙台',
    '広島',
    '廣島',
    '那覇',
  ],
  'Atlantic/Faroe': ['Faroe Islands', 'Faroes'],
  'Australia/Sydney': ['Canberra', 'キャンベラ', '堪培拉', '坎培拉'],
  'Europe/Berlin': [
    'Munich',
    'Frankfurt',
    'Cologne',
    'Düsseldorf',
    'Stuttgart',
    'ミュンヘン',
    'フランクフルト',
    '慕尼黑',
    '法兰克福',
    '法蘭克福',
  ],
  'Europe/London': [
    'Manchester',
    'Edinburgh',
    'Glasgow',
    'マンチェスター',
    'エディンバラ',
    '曼彻斯特',
    '曼徹斯特',
    '爱丁堡',
    '愛丁堡',
  ],
  'Europe/Zurich': ['Geneva', 'Basel', 'ジュネーブ', '日内瓦', '日內瓦'],
};

const cities = new Map();
const add = (zone, name) => cities.set(zone, (cities.get(zone) ?? new Set()).add(name));

for (const { name, mainCities } of JSON.parse(readFileSync(join(tzdb, 'raw-time-zones.json'), 'utf8'))) {
  for (const city of mainCities) add(name, city);
}
for (const locale of LOCALES) {
  const file = JSON.parse(readFileSync(join(cldr, 'main', locale, 'timeZoneNames.json'), 'utf8'));
  addTree(file.main[locale].dates.timeZoneNames.zone, []);
}
for (const [zone, names] of Object.entries(MORE)) for (const name of names) add(zone, name);

function addTree(tree, path) {
  if (typeof tree.exemplarCity === 'string') return add(path.join('/'), tree.exemplarCity);
  for (const [part, below] of Object.entries(tree)) {
    if (typeof below === 'object') addTree(below, [...path, part]);
  }
}

const sorted = [...cities]
  .filter(([zone]) => !zone.startsWith('Etc/'))
  .sort(([one], [other]) => (one < other ? -1 : 1));
const target = join(dirname(fileURLToPath(import.meta.url)), '../src/domain/typed/cities.json');
writeFileSync(
  target,
  `{\n${sorted.map(([zone, names]) => `  ${JSON.stringify(zone)}: ${JSON.stringify([...names].join('|'))}`).join(',\n')}\n}\n`,
);
