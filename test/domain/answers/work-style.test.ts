import {
  avoidsOffice,
  avoidsPeak,
  isTelework,
  isWorkStyle,
  takesArrival,
  WORK_STYLES,
  type WorkStyle,
} from '../../../src/domain/answers/work-style';

const UNTIL = '10:30';

describe('work styles', () => {
  it('are eight, telework first', () => {
    expect(WORK_STYLES).toEqual([
      'home',
      'home-part',
      'satellite',
      'mobile',
      'off-peak',
      'leave',
      'trip',
      'office',
    ]);
  });

  it.each<[WorkStyle, boolean, boolean, boolean, boolean]>([
    // style, telework, peak avoided, no office visit, asks for an arrival
    ['home', true, true, true, false],
    ['home-part', true, true, false, true],
    ['satellite', true, true, true, false],
    ['mobile', true, true, true, false],
    ['off-peak', false, false, false, true],
    ['leave', false, true, true, false],
    ['trip', false, false, false, false],
    ['office', false, false, false, false],
  ])('%s: telework %s, peak avoided %s, no office visit %s', (style, telework, peak, away, asks) => {
    expect(isTelework(style)).toBe(telework);
    expect(avoidsPeak({ style, arrival: null }, UNTIL)).toBe(peak);
    expect(avoidsOffice(style)).toBe(away);
    expect(takesArrival(style)).toBe(asks);
  });

  it.each<[WorkStyle, string, boolean]>([
    ['off-peak', '10:00', false],
    ['off-peak', '10:29', false],
    ['off-peak', '10:30', true],
    ['off-peak', '13:00', true],
    ['home-part', '10:29', false],
    ['home-part', '10:30', true],
    ['home-part', '13:00', true],
  ])('%s arriving at %s avoids a peak until 10:30: %s', (style, arrival, expected) => {
    expect(avoidsPeak({ style, arrival }, UNTIL)).toBe(expected);
  });

  it('judges by the window of the team', () => {
    expect(avoidsPeak({ style: 'off-peak', arrival: '10:00' }, '09:30')).toBe(true);
  });

  it.each(['home', 'off-peak'])('knows the code %s', (code) => expect(isWorkStyle(code)).toBe(true));
  it.each(['', 'Home', 'toString', 'not-scheduled', 'home '])('does not know %j', (code) => {
    expect(isWorkStyle(code)).toBe(false);
  });
});
