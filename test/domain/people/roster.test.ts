import type { Member, Person, PersonKind } from '../../../src/domain/people/person';
import { counts, plannedMember, presentable, rosterOf, usualOn } from '../../../src/domain/people/roster';

const home = { style: 'home', arrival: null } as const;

function person(id: string, kind: PersonKind = 'person'): Person {
  return { id, name: id, kind, locale: null, timeZone: null };
}

describe('who counts', () => {
  it.each<[PersonKind, boolean, boolean]>([
    // kind, where guests do not count, where they do
    ['person', true, true],
    ['guest', false, true],
    ['bot', false, false],
    ['deactivated', false, false],
  ])('%s: %s, and %s in a team that counts guests', (kind, without, withGuests) => {
    expect(counts({ kind }, { guests: false })).toBe(without);
    expect(counts({ kind }, { guests: true })).toBe(withGuests);
  });

  it('each person once, the first of two with one id', () => {
    const persons = [
      person('a'),
      person('b', 'bot'),
      { ...person('a'), name: 'second' },
      person('c', 'guest'),
    ];
    expect(rosterOf(persons, { guests: false })).toEqual([person('a')]);
    expect(rosterOf(persons, { guests: true }).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('is shown by a clean name', () => {
    expect(presentable({ ...person('a'), name: ' A\u202e\u0000  b ' })).toEqual({
      ...person('a'),
      name: 'A b',
    });
    expect(presentable({ ...person('a'), handle: '@a\u202e\nb' }).handle).toBe('@a b');
  });
});

describe('the default week', () => {
  const week = { mon: home, fri: 'off' } as const;
  const member: Member = {
    ...person('a'),
    preferences: { language: null, remind: true, askPrivately: false, week },
  };

  it.each([
    ['2018-07-23', home, true, home],
    ['2018-07-24', null, true, null],
    ['2018-07-27', 'off', false, null],
  ])('on %s says %j', (day, said, scheduled, usual) => {
    expect(usualOn(week, day)).toEqual(said);
    expect(plannedMember(member, day)).toEqual({ person: 'a', scheduled, usual });
  });
});
