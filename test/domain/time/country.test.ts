import { countryOf, readCountry } from '../../../src/domain/time/country';

describe('countries', () => {
  it.each(['JP', 'jp', 'GB', 'TW', 'IN', 'KH', 'AQ'])('%s is one', (code) =>
    expect(readCountry(code)).toBe(code.toUpperCase()),
  );
  it.each(['EU', 'XX', 'ZZ', 'J', 'JPN', '', 'Nowhere', 'J1', 'ZZZ'])('%j is not one', (code) => {
    expect(readCountry(code)).toBeNull();
  });

  it.each([
    ['jp', 'JP'],
    ['UK', 'GB'],
    ['DD', 'DE'],
    [' ｇｂ ', 'GB'],
    ['EU', null],
    ['nowhere', null],
  ])('the code of %s is %s', (text, code) => {
    expect(readCountry(text)).toBe(code);
  });

  it.each([
    ['Asia/Tokyo', 'JP'],
    ['Japan', 'JP'],
    ['Europe/London', 'GB'],
    ['Asia/Taipei', 'TW'],
    ['Asia/Shanghai', 'CN'],
    ['America/Los_Angeles', 'US'],
    ['US/Eastern', 'US'],
    ['Asia/Calcutta', 'IN'],
    ['Asia/Kolkata', 'IN'],
    ['Australia/Lord_Howe', 'AU'],
    ['Europe/Berlin', 'DE'],
    ['Europe/Oslo', 'NO'],
    ['Asia/Phnom_Penh', 'KH'],
    ['UTC', null],
    ['Etc/GMT+5', null],
    ['nowhere', null],
  ])('%s lies in %s', (zone, country) => {
    expect(countryOf(zone)).toBe(country);
  });
});
