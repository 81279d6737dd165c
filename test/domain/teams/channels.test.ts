import {
  openSlots,
  placeAt,
  slotAt,
  slotsFor,
  slotsOf,
  troubleAt,
  withTrouble,
} from '../../../src/domain/teams/channels';
import { defaultSettings } from '../../../src/domain/teams/settings';
import type { Team } from '../../../src/domain/teams/team';

const settings = defaultSettings({ zone: 'Asia/Tokyo', language: 'ja', country: 'JP' });
const one: Team = {
  org: 'o',
  id: 't',
  place: 'p1',
  name: 'T',
  settings,
  trouble: null,
  secondChannel: null,
  sharing: null,
};
const two: Team = { ...one, secondChannel: { place: 'p2', trouble: null } };
const withoutFirst = withTrouble(two, 'first', 'gone');
const withoutSecond = withTrouble(two, 'second', 'forbidden');

describe('the channels of a team', () => {
  it('are one or two', () => {
    expect(slotsOf(one)).toEqual(['first']);
    expect(slotsOf(two)).toEqual(['first', 'second']);
  });

  it('have their own addresses', () => {
    expect([placeAt(two, 'first'), placeAt(two, 'second'), placeAt(one, 'second')]).toEqual([
      'p1',
      'p2',
      'p1',
    ]);
    expect(['p1', 'p2', 'p3', null].map((place) => slotAt(two, place))).toEqual([
      'first',
      'second',
      null,
      null,
    ]);
    expect(slotAt(one, 'p2')).toBeNull();
  });

  it('have their own trouble', () => {
    expect([troubleAt(withoutFirst, 'first'), troubleAt(withoutFirst, 'second')]).toEqual(['gone', null]);
    expect([troubleAt(withoutSecond, 'first'), troubleAt(withoutSecond, 'second')]).toEqual([
      null,
      'forbidden',
    ]);
    expect(troubleAt(one, 'second')).toBeNull();
    expect(withTrouble(one, 'second', 'gone')).toEqual(one);
    expect(openSlots(withoutFirst)).toEqual(['second']);
    expect(openSlots(withoutSecond)).toEqual(['first']);
  });

  it.each(['announce', 'open', 'close', 'report'] as const)(
    'all get the task %s, while they take posts',
    (kind) => {
      expect(slotsFor(two, kind)).toEqual(['first', 'second']);
      expect(slotsFor(withoutFirst, kind)).toEqual(['second']);
      expect(slotsFor(withTrouble(one, 'first', 'gone'), kind)).toEqual([]);
    },
  );

  it.each(['remind', 'end'] as const)('share the task %s, while one of them takes posts', (kind) => {
    expect(slotsFor(two, kind)).toEqual(['first']);
    expect(slotsFor(withoutFirst, kind)).toEqual(['first']);
    expect(slotsFor(withTrouble(withoutFirst, 'second', 'gone'), kind)).toEqual([]);
  });
});
