import { checkManifest, checkStrings } from './manifest';

const base = 'https://developer.microsoft.com/json-schemas/teams';

function aManifest(version: string) {
  return {
    $schema: `${base}/v${version}/MicrosoftTeams.schema.json`,
    manifestVersion: version,
    version: '1.0.0',
    id: '0a1b2c3d-0000-4000-8000-0123456789ab',
    developer: {
      name: 'Someone',
      websiteUrl: 'https://example.com',
      privacyUrl: 'https://example.com/privacy',
      termsOfUseUrl: 'https://example.com/terms',
    },
    name: { short: 'Telework', full: 'Telework Days' },
    description: { short: 'Who teleworks today.', full: 'Asks who teleworks, and counts.' },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#4464EE',
    bots: [{ botId: '0a1b2c3d-0000-4000-8000-0123456789ab', scopes: ['personal', 'team', 'groupChat'] }],
  };
}

test.each(['1.25', '1.29', '1.30'])('a manifest of schema %s is checked offline', (version) => {
  expect(checkManifest(aManifest(version))).toEqual([]);
  const faulty = { ...aManifest(version), name: { full: 'x' }, accentColor: 'blue', surprise: 1 };
  expect(checkManifest(faulty)).toEqual([
    '/ must NOT have additional properties',
    "/name must have required property 'short'",
    expect.stringContaining('/accentColor'),
  ]);
});

test('an unknown version is refused', () => {
  expect(checkManifest({ manifestVersion: '../1' })).toEqual(['manifestVersion: ../1 is none']);
});

test('the strings of a language are checked, too', () => {
  const strings = {
    $schema: `${base}/v1.25/MicrosoftTeams.Localization.schema.json`,
    'name.short': 'テレワーク',
    'description.short': 'テレワークの回答を集計します。',
    'description.full': 'テレワークの回答を集計します。',
  };
  expect(checkStrings(strings, '1.25')).toEqual([]);
  expect(checkStrings({ ...strings, 'name.short': 'x'.repeat(31) }, '1.25').length).toBe(1);
});
