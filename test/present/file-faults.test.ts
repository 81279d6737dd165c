import { readCampaignFile } from '../../src/domain/campaigns/campaign-file';
import { isFaults, readActivityFile } from '../../src/domain/effects/activity-file';
import { readEffectFile } from '../../src/domain/effects/effect-file';
import { metricNamed } from '../../src/domain/effects/metric';
import { FILE_EXAMPLES, type FileExample } from '../../src/domain/file-fault';
import { LOCALES, type Locale } from '../../src/domain/people/person';
import { refuseFile } from '../../src/domain/refusal';
import { readDepartments } from '../../src/domain/teams/department-file';
import type { Team } from '../../src/domain/teams/team';
import { CHAT_BOUNDS } from '../../src/domain/typed/csv';
import { refusalLines } from '../../src/present/refusal-lines';

/** What a reader is told to write. */
function shown(example: FileExample, locale: Locale): string {
  const fault = { line: null, column: null, what: 'calendar-end', found: '', right: { example } } as const;
  const [, line = ''] = refusalLines(refuseFile([fault]), locale, '2026-07-20');
  return /[:：]\s*(?<right>.+)$/u.exec(line)?.groups?.right ?? '';
}

/** A file as it is typed. */
function fileOf(example: FileExample, locale: Locale): string {
  return shown(example, locale).replaceAll(' / ', '\n');
}

const teamCalled = (name: string) => ({ id: 'T', name, channels: [] }) as unknown as Team;

describe.each(LOCALES)('examples of files in %s', (locale) => {
  test('are all there, in the language of the reader', () => {
    for (const example of FILE_EXAMPLES) expect(shown(example, locale)).not.toBe('');
    if (locale === 'en') return;
    const isOwn = (example: FileExample) => shown(example, locale) !== shown(example, 'en');
    expect(FILE_EXAMPLES.filter((example) => !isOwn(example))).toEqual([]);
  });

  test('are read without a fault', () => {
    const activity = readActivityFile(fileOf('activity', locale), 'Asia/Tokyo', CHAT_BOUNDS);
    expect(isFaults(activity)).toBe(false);
    expect(readEffectFile(fileOf('effects', locale), null, CHAT_BOUNDS)).toMatchObject({
      entries: [{ metric: 'overtime' }],
    });
    expect(readEffectFile(fileOf('metric-effects', locale), 'overtime', CHAT_BOUNDS)).toHaveProperty(
      'entries',
    );
    const teams = [teamCalled(shown('channel', locale))];
    expect(readDepartments(fileOf('departments', locale), teams, CHAT_BOUNDS)).toHaveLength(1);
    expect(metricNamed(shown('metric', locale))).toBe('overtime');
    for (const example of ['campaign', 'campaign-repeats'] as const)
      expect(readCampaignFile(shown(example, locale), 2026)).toHaveProperty('campaign.days');
  });
});

test('a missing column is answered with a file in the language of the reader', () => {
  const faults = readActivityFile('日付,備考\n2018-07-24,x', 'Asia/Tokyo', CHAT_BOUNDS);
  expect(isFaults(faults)).toBe(true);
  if (!isFaults(faults)) return;
  expect(refusalLines(refuseFile(faults), 'ja', '2026-07-20')[1]).toContain(
    '例：日付,件数 / 2018-07-24,1200',
  );
});
