import { card, factsOf, headingOf, linesOf, partsOf, sample } from '../cards';

describe('the default week', () => {
  test('lists its days', () => {
    expect(factsOf(sample('default week'))).toEqual({
      Monday: 'Working from home',
      Tuesday: 'Off-peak commute (arriving 10:30)',
      Wednesday: 'In the office',
      Friday: 'Not working',
    });
    expect(headingOf(sample('default week saved'))).toBe('Your usual week is saved');
    expect(linesOf(sample('default week deleted')).slice(0, 2)).toEqual([
      'Your usual week is deleted',
      'I won’t answer for you any more when a poll opens.',
    ]);
    expect(sample('default week deleted').summary).not.toContain('I’ll answer for you');
    expect(sample('default week, none').summary).toContain('You haven’t set a usual week.');
  });

  test('has a form with one choice a weekday', () => {
    const [form] = partsOf(sample('default week, form'), 'form');
    expect(form?.form).toBe('week');
    expect(form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['mon', 'home'],
      ['tue', 'off-peak@10:30'],
      ['wed', 'office'],
      ['thu', ''],
      ['fri', 'off'],
      ['sat', ''],
      ['sun', ''],
    ]);
    const [monday] = form?.fields ?? [];
    expect(monday?.kind === 'select' && monday.options.map(({ value }) => value)).toEqual([
      '',
      'off',
      'home',
      'home-part',
      'satellite',
      'mobile',
      'off-peak@10:30',
      'off-peak@11:00',
      'leave',
      'trip',
      'office',
    ]);
  });

  test('keeps what was chosen before as a choice', () => {
    const week = { mon: { style: 'off-peak', arrival: null } } as const;
    const [form] = partsOf(card({ kind: 'week-form', week, until: '09:30' }), 'form');
    const [monday] = form?.fields ?? [];
    expect(monday?.value).toBe('off-peak');
    expect(monday?.kind === 'select' && monday.options.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['off-peak', 'off-peak@09:30', 'off-peak@10:00']),
    );
  });
});
