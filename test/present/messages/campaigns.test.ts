import { actionsOf, card, headingOf, messageOf, partsOf, sample } from '../cards';

describe('campaigns', () => {
  test('are listed with days, core day, target and state', () => {
    const [listed, presets] = partsOf(sample('campaigns'), 'facts');
    expect(listed?.items.slice(0, 2)).toEqual([
      {
        label: 'Telework Days 2018',
        value: 'Mon 23 July – Fri 27 July, 5 days · core: Tue 24 July · target: 50% · running',
      },
      { label: 'Telework Day 2017', value: 'Mon 24 July 2017, 1 day · core: Mon 24 July 2017 · over' },
    ]);
    expect(presets?.items).toContainEqual({
      label: 'Telework Days 2018',
      value: 'Mon 23 July – Fri 27 July, 5 days · core: Tue 24 July',
    });
  });

  test('can be started from a preset or with the form', () => {
    const actions = actionsOf(sample('campaigns'));
    expect(actions).toContain('campaign-use|telework-days-2018');
    expect(actions.slice(-2)).toEqual(['campaign-form', 'campaign-import-form']);
    expect(actionsOf(sample('campaigns, none'))).toEqual(['campaign-form', 'campaign-import-form']);
  });

  test('have no buttons for a reader who cannot change them, who is told by whom they are', () => {
    const seen = sample('campaigns, for a reader who cannot change them');
    expect(actionsOf(seen)).toEqual([]);
    expect(seen.summary).toContain('Only admins of the organisation');
  });

  test.each([
    ['campaign started', 'Campaign started: Telework Days 2018'],
    ['campaign already-running', 'Already running: Telework Days 2018'],
    ['campaign day-added', 'Telework Day added: Fri 27 July'],
    ['campaign day-removed', 'Telework Day removed: Fri 27 July'],
    ['campaign ended', 'Campaign ended: Telework Days 2018'],
  ])('%s', (name, expected) => {
    expect(headingOf(sample(name))).toBe(expected);
  });

  test('give an example of a day that can be added', () => {
    const message = messageOf('campaign day-added');
    if (message.kind !== 'campaign-changed') throw new Error('another sample');
    expect(card({ ...message, free: '2018-08-01' }).summary).toContain('“campaign add-day 2018-08-01”');
  });

  test('name the days left out and why, holidays in the language of the reader', () => {
    expect(sample('campaign started, days left out', 'ja').summary).toContain(
      '除外した日：9月17日(月) 敬老の日、7月28日(土) 週末、8月13日(月) 休業日、9月18日(火) 祝日',
    );
    expect(sample('campaign started, days left out').summary).toContain('Sat 28 July (weekend)');
  });

  test('have a form', () => {
    const [form] = partsOf(sample('campaign, form'), 'form');
    expect(form?.form).toBe('campaign');
    expect(form?.fields.map(({ name }) => name)).toEqual(['title', 'from', 'until', 'core', 'target']);
  });
});
