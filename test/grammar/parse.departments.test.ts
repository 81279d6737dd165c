import { isRefusal } from '../../src/domain/refusal';
import { parseIntent } from '../../src/grammar/parse';

const parse = (text: string) => parseIntent(text, { today: '2018-07-24', prefix: '/telework' });
const set = (name: string, ...teams: string[]) => ({ kind: 'department-set', name, teams });
const tally = (department: string | null, day: string | null = null) => ({
  kind: 'roll-up',
  department,
  day,
});

test.each([
  ['departments', { kind: 'departments' }],
  ['departments?', { kind: 'departments' }],
  ['department list', { kind: 'departments' }],
  ['部門一覧', { kind: 'departments' }],
  ['部门', { kind: 'departments' }],
  ['department form', { kind: 'departments-form' }],
  ['department Sales: #sales, #sales-west', set('Sales', '#sales', '#sales-west')],
  ['department Sales #sales #sales-west', set('Sales', '#sales', '#sales-west')],
  ['department "Field Sales": <#C01|sales>, <#C02|>', set('Field Sales', '<#C01|sales>', '<#C02|>')],
  ['department add Sales: Sales West, Sales East', set('Sales', 'Sales West', 'Sales East')],
  ['部門 営業：#営業、#営業西', set('営業', '#営業', '#営業西')],
  ['部门 设置 销售：#销售，#销售西区', set('销售', '#销售', '#销售西区')],
  ['部門 新增 業務：#業務', set('業務', '#業務')],
  ['department rename Sales to Field Sales', { kind: 'department-rename', name: 'Sales', to: 'Field Sales' }],
  ['部門 名前変更 営業 → 営業本部', { kind: 'department-rename', name: '営業', to: '営業本部' }],
  ['部門 改名 営業を営業本部に', { kind: 'department-rename', name: '営業', to: '営業本部' }],
  ['部门 改名 销售 改为 市场', { kind: 'department-rename', name: '销售', to: '市场' }],
  ['department remove Field Sales', { kind: 'department-remove', name: 'Field Sales' }],
  ['部門 削除 営業', { kind: 'department-remove', name: '営業' }],
  ['tally organisation', tally(null)],
  ['tally organization yesterday', tally(null, '2018-07-23')],
  ['tally department Sales', tally('Sales')],
  ['tally department Field Sales 23 July', tally('Field Sales', '2018-07-23')],
  ['department tally Sales', tally('Sales')],
  ['organisation tally', tally(null)],
  ['集計 全社', tally(null)],
  ['全社の集計', tally(null)],
  ['集計 部門 営業 7/23', tally('営業', '2018-07-23')],
  ['统计 全公司', tally(null)],
  ['全公司統計', tally(null)],
  ['统计 部门 销售', tally('销售')],
  ['organisation tally here', { kind: 'organisation-channel', on: true }],
  ['organisation here', { kind: 'organisation-channel', on: true }],
  ['organisation tally off', { kind: 'organisation-channel', on: false }],
  ['setup organisation-channel=on', { kind: 'organisation-channel', on: true }],
  ['setup organization-channel=off', { kind: 'organisation-channel', on: false }],
  ['全社 集計 停止', { kind: 'organisation-channel', on: false }],
  ['全公司 统计 停止', { kind: 'organisation-channel', on: false }],
  ['tally "Organisation week"', { kind: 'tally', of: { campaign: 'Organisation week' } }],
])('%j', (text, intent) => {
  expect(parse(text)).toEqual(intent);
});

test('of two words to rename the second is the new name', () => {
  expect(parse('department rename 営業部 Sales')).toEqual({
    kind: 'department-rename',
    name: '営業部',
    to: 'Sales',
  });
});

test.each([
  ['department Sales', 'missing-argument'],
  ['department Sales:', 'missing-argument'],
  ['department rename Sales', 'missing-argument'],
  ['department remove', 'missing-argument'],
  ['department list all', 'unknown-command'],
  ['tally organisation someday', 'unknown-date'],
  ['tally department', 'missing-argument'],
])('%j is refused', (text, refusal) => {
  const found = parse(text);
  expect(isRefusal(found) && found.refusal).toBe(refusal);
});
