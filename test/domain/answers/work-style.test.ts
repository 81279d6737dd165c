import {
  avoidsOffice,
  avoidsPeak,
  commuteSaved,
  isTelework,
  isWorkStyle,
  needsArrival,
  perStyle,
  shownAs,
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

  /** The table of the domain's document: a style that is added does not compile here until it stands in it. */
  const MEANINGS: Record<WorkStyle, [boolean, boolean, boolean, boolean, number, boolean]> = {
    // telework, peak avoided without an arrival, no office visit, asks for an arrival, commute saved, shown as away
    home: [true, true, true, false, 1, false],
    'home-part': [true, true, false, true, 0, false],
    satellite: [true, true, true, false, 0.5, false],
    mobile: [true, true, true, false, 1, false],
    'off-peak': [false, false, false, true, 0, false],
    leave: [false, true, true, false, 0, true],
    trip: [false, false, false, false, 0, true],
    office: [false, false, false, false, 0, false],
  };

  it.each(WORK_STYLES)('%s means what the table says', (style) => {
    expect([
      isTelework(style),
      avoidsPeak({ style, arrival: null }, UNTIL),
      avoidsOffice(style),
      takesArrival(style),
      commuteSaved(style),
      shownAs(style) === 'away',
    ]).toEqual(MEANINGS[style]);
  });

  it.each(WORK_STYLES)('%s depends on an arrival only if it asks for one', (style) => {
    const verdicts = [null, '06:00', '10:30'].map((arrival) => avoidsPeak({ style, arrival }, UNTIL));
    expect(new Set(verdicts).size > 1).toBe(takesArrival(style));
    expect(needsArrival(style)).toBe(takesArrival(style) && verdicts[0] === false);
  });

  it('have a value each, in their order', () => {
    const lengths = perStyle((style) => style.length);
    expect(Object.keys(lengths)).toEqual(WORK_STYLES);
    expect(lengths.office).toBe(6);
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
