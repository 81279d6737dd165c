import { factsOf, inAll, linesOf, partsOf, sample } from '../cards';

describe('a report', () => {
  test('has people and person-days as two figures with two names', () => {
    expect(factsOf(sample('report, so far'))).toMatchObject({
      'People who teleworked': '15 people, so far',
      'Person-days of telework': '19 person-days, so far',
      'Days counted': '3/5',
    });
    expect(factsOf(sample('report, so far', 'ja'))).toMatchObject({
      'テレワーク実施者数(実人数)': '15人(途中経過)',
      テレワークの延べ人日: '19人日(途中経過)',
    });
  });

  test('has one row a day, and never a sum of days', () => {
    const [table] = partsOf(sample('report, so far'), 'table');
    expect(table?.columns).toEqual(['Day', 'Telework', 'Response rate']);
    expect(table?.rows.map(([day, telework]) => [day, telework])).toEqual([
      ['Mon 23 July', '6/24 (25%)'],
      ['Tue 24 July (core day)', '13/24 (54%)'],
      ['Wed 25 July, so far', '0/24 (0%)'],
    ]);
  });

  test('says so far only while one of its days is running', () => {
    const over = sample('report, over, with thanks');
    expect(over.summary).toContain('Days counted: 1/1');
    expect(over.summary).toContain('Person-days of telework: 7,012 person-days');
    expect(over.summary).not.toContain('so far');
  });

  test('tells what changed since the last campaign, in figures and in points', () => {
    for (const line of [
      'People who teleworked: 5,420 people → 7,012 people (+1,592)',
      'Person-days of telework: 18,200 person-days → 7,012 person-days (−11,188)',
      'Telework rate, by person-days: 36% → 70% (+34 points)',
    ])
      expect(sample('report, over, with thanks').summary).toContain(line);
    const whole = sample('final report').summary;
    expect(whole).toContain('People who teleworked: 20 people → 51 people, so far (+31)');
    expect(whole).toContain('Telework rate, by person-days: 31% → 62%, so far (+31 points)');
    expect(sample('final report', 'ja').summary).toContain(
      'テレワーク率(延べ)：31% → 62%(途中経過)(+31ポイント)',
    );
  });

  test('thanks when the campaign is over', () => {
    expect(sample('report, so far').summary).not.toContain('Thank you');
    expect(inAll('report, over, with thanks', (one) => linesOf(one)[1] ?? '')).toEqual([
      'That’s a wrap. Thanks, everyone!',
      '取り組みは終了しました。ご協力ありがとうございました。',
      '活动已结束，感谢大家的参与。',
      '活動已結束，感謝各位的參與。',
    ]);
  });

  test('of nothing says so', () => {
    expect(sample('report, nothing yet').summary).toContain('No results yet.');
    expect(factsOf(sample('report, nothing yet'))['Daily target']).toBe('33.3% teleworking');
    expect(sample('report, nothing yet').summary).not.toContain('0 people');
  });
});
