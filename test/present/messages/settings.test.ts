import { readForm } from '../../../src/app/requests/form';
import { LOCALES } from '../../../src/domain/people/person';
import { isRefusal } from '../../../src/domain/refusal';
import { applySettings, SETTING_KEYS } from '../../../src/domain/teams/change-settings';
import type { TeamSettings } from '../../../src/domain/teams/settings';
import { parseIntent } from '../../../src/grammar/parse';
import { OTHER_SETTINGS, SETTINGS, TEAM, TODAY } from '../../../src/present/samples/data';
import { actionsOf, card, factsOf, linesOf, partsOf, sample } from '../cards';

/** The form's values as a platform sends them. */
function formValues(settings: TeamSettings): Record<string, string> {
  const [form] = partsOf(
    card({ kind: 'settings-form', team: TEAM, teamName: 'Sales', settings, shared: false }),
    'form',
  );
  return Object.fromEntries(form?.fields.map(({ name, value }) => [name, String(value)]) ?? []);
}

describe('settings', () => {
  test('are shown in words', () => {
    expect(factsOf(sample('settings'))).toEqual({
      'Poll hours': '07:00–10:30',
      'Time zone': 'Asia/Tokyo',
      Language: '日本語',
      'Country (public holidays)': 'Japan (JP)',
      Weekend: 'Saturday, Sunday (by country)',
      Announcements: '7 days before, on the previous working day',
      'Announce at': '09:00',
      Reminders: 'after 80% of the poll hours',
      Polls: 'On Telework Days',
      'Digest of the next week': 'Never',
      'People in the office': 'Not set',
      'Show names': 'No',
      'Include guests': 'No',
      'Ask about safety in drills and emergencies': 'No',
      'Round-trip commute time': 'Not set',
      'Round-trip fare and distance': 'Not set',
      'Company holidays': 'None',
      'Extra working days': 'None',
    });
  });

  test('name and mark what was changed', () => {
    const changed = sample('settings, changed');
    expect(linesOf(changed)[1]).toBe('Saved. Changed: Poll hours, Polls');
    expect(factsOf(changed)).toMatchObject({
      'Poll hours': '08:30–11:00 (changed)',
      Polls: 'On every working day (changed)',
      Reminders: 'at 10:00',
      Announcements: 'Never',
    });
    expect(factsOf(sample('settings, changed', 'ja'))).toMatchObject({
      回答受付時間: '08:30～11:00(変更済み)',
    });
    expect(sample('settings').summary).not.toContain('hanged');
  });

  test('open their form', () => {
    expect(actionsOf(sample('settings'))).toEqual(['settings-form|team1']);
  });

  test.each([
    ['the defaults', SETTINGS],
    ['others', OTHER_SETTINGS],
    ['nothing sent', { ...SETTINGS, remind: null, announce: [], polls: 'off' as const }],
  ])('as a command are understood, and change nothing: %s', (_name, settings) => {
    const { summary } = card({
      kind: 'settings',
      asked: false,
      team: 't',
      teamName: 'x',
      settings,
      changed: [],
      unreachable: 0,
      shared: false,
    });
    const command = parseIntent(summary.match(/setup window=\S+ tz=.*$/mu)?.[0] ?? '', {
      today: TODAY,
      prefix: '',
    });
    if (isRefusal(command) || command.kind !== 'setup') throw new Error(JSON.stringify(command));
    expect(Object.keys(command.changes)).toEqual(SETTING_KEYS.slice(0, 16));
    expect(applySettings(settings, command.changes, '2018-07-24')).toEqual({ settings, changed: [] });
  });

  test.each([
    ['the defaults', SETTINGS],
    ['others', OTHER_SETTINGS],
    ['nothing sent', { ...SETTINGS, remind: null, announce: [], polls: 'off' as const }],
  ])('sent back by the form as they are change nothing: %s', (_name, settings) => {
    // Without what it remembers, so that every field counts as changed.
    const sent = readForm('settings|team', formValues(settings));
    if (isRefusal(sent) || sent.kind !== 'setup') throw new Error(JSON.stringify(sent));
    expect(applySettings(settings, sent.changes, '2018-07-24')).toEqual({
      settings,
      changed: [],
    });
  });

  test.each(LOCALES)('every choice of the form is a value that is understood, in %s', (locale) => {
    const [form] = partsOf(sample('settings, form', locale), 'form');
    const chosen = form?.fields.filter((field) => field.kind === 'select') ?? [];
    for (const { name, options } of chosen) {
      for (const { value } of options) {
        const applied = applySettings(OTHER_SETTINGS, { [name]: value }, '2018-07-24');
        expect({ name, value, refused: isRefusal(applied) }).toEqual({ name, value, refused: false });
      }
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    }
  });

  test('have a form with the fields of its handler', () => {
    const [form] = partsOf(sample('settings, form'), 'form');
    expect(form?.form.startsWith(`settings|${TEAM}|`)).toBe(true);
    expect(form?.fields.map(({ kind, name }) => `${name}: ${kind}`)).toEqual([
      'from: time',
      'until: time',
      'polls: select',
      'remind: select',
      'announce: select',
      'announce-day: toggle',
      'announce-at: time',
      'digest: select',
      'in-office: text',
      'names: toggle',
      'guests: toggle',
      'safety: toggle',
      'language: select',
      'zone: select',
      'zone-other: text',
      'country: select',
      'country-other: text',
      'weekend: select',
      'commute: text',
      'commute-cost: text',
      'closed: text',
      'open: text',
    ]);
  });
});
