import { readZone } from '../../../src/domain/typed/zone';

describe('a zone', () => {
  it.each([
    ['asia/tokyo', 'Asia/Tokyo'],
    [' New  York ', 'America/New_York'],
    ['los-angeles', 'America/Los_Angeles'],
    ['utc', 'UTC'],
  ])('%s is %s', (text, zone) => expect(readZone(text)).toBe(zone));
  it.each(['', '+09:00', 'Atlantis', 'Asia/Edo'])('is not %j', (text) => expect(readZone(text)).toBeNull());
});
