import { isZone } from '../../../src/domain/time/calendar';
import { readZone, zonesMeant } from '../../../src/domain/typed/zone';

describe('a zone', () => {
  it.each([
    ['asia/tokyo', 'Asia/Tokyo'],
    [' New  York ', 'America/New_York'],
    ['los-angeles', 'America/Los_Angeles'],
    ['ＴＯＫＹＯ', 'Asia/Tokyo'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['utc', 'UTC'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Mumbai', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['Kathmandu', 'Asia/Kathmandu'],
    ['Yangon', 'Asia/Yangon'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['Hanoi', 'Asia/Ho_Chi_Minh'],
    ['Nuuk', 'America/Nuuk'],
    ['Faroe', 'Atlantic/Faroe'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['Beijing', 'Asia/Shanghai'],
    ['Osaka', 'Asia/Tokyo'],
    ['Munich', 'Europe/Berlin'],
    ['東京', 'Asia/Tokyo'],
    ['东京', 'Asia/Tokyo'],
    ['大阪', 'Asia/Tokyo'],
    ['北京', 'Asia/Shanghai'],
    ['上海', 'Asia/Shanghai'],
    ['台北', 'Asia/Taipei'],
    ['臺北', 'Asia/Taipei'],
    ['香港', 'Asia/Hong_Kong'],
    ['首尔', 'Asia/Seoul'],
    ['首爾', 'Asia/Seoul'],
    ['ソウル', 'Asia/Seoul'],
    ['ニューヨーク', 'America/New_York'],
    ['ロンドン', 'Europe/London'],
    ['伦敦', 'Europe/London'],
    ['紐約', 'America/New_York'],
    ['ハノイ', 'Asia/Ho_Chi_Minh'],
  ])('%s is %s', (text, zone) => {
    expect(readZone(text)).toBe(zone);
    expect(isZone(zone)).toBe(true);
  });

  it.each([
    ['EST', 'America/New_York'],
    ['edt', 'America/New_York'],
    ['EST5EDT', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['HST', 'Pacific/Honolulu'],
    ['JST', 'Asia/Tokyo'],
    ['KST', 'Asia/Seoul'],
  ])('%s is what people mean, with its summer time: %s', (text, zone) => expect(readZone(text)).toBe(zone));

  it.each(['IST', 'CST', 'MST', 'CET', 'EET', 'WET', 'GMT', 'BST', 'AEST', '+09:00', 'GMT+9', 'UTC+08'])(
    '%s could be several',
    (text) => {
      expect(readZone(text)).toBeNull();
      const zones = zonesMeant(text);
      expect(zones.length).toBeGreaterThan(1);
      for (const zone of zones) expect(readZone(zone)).toBe(zone);
    },
  );

  it.each(['', '+11:00', 'GMT+1', 'UTC-5', 'Etc/GMT+9', 'Atlantis', 'Asia/Edo', 'constructor'])(
    'is not %j',
    (text) => {
      expect(zonesMeant(text)).toEqual([]);
    },
  );

  it('is each that the system knows, by its present name', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const [read = ''] = zonesMeant(zone);
      expect([zone, isZone(read), zonesMeant(read)]).toEqual([zone, true, [read]]);
    }
  });
});
