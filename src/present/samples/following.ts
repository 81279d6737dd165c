import { LONG_NAME } from './data';
import type { SampleOf, SamplesOf } from './sample';

const PEOPLE = [
  { person: 'U1', name: 'Mori Kenta', handle: '@kenta' },
  { person: 'U2', name: 'Ito Mei', handle: null },
  { person: 'U3', name: LONG_NAME, handle: null },
];
const WEEK = {
  days: ['2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27', '2018-07-30'],
  shown: [
    { name: 'Mori Kenta', styles: ['office', 'home', 'home', 'no-answer', 'no-answer'] as const },
    { name: 'Ito Mei', styles: ['away', 'away', 'home', 'office', 'no-answer'] as const },
    { name: LONG_NAME, styles: [null, 'home-part', null, 'mobile', 'satellite'] as const },
  ].map(({ name, styles }) => ({ name, styles: [...styles] })),
};

/** What a person is told of those whom they follow. */
export function followSamples(): SamplesOf<'following' | 'follow-choose'> {
  return { following: followingSamples(), 'follow-choose': followChooseSamples() };
}

function followingSamples(): SampleOf<'following'>[] {
  const kind = 'following' as const;
  const change = (did: 'added' | 'already' | 'removed') => ({ did, name: 'Mori Kenta' });
  return [
    { name: 'following', body: { kind, change: null, people: PEOPLE, week: WEEK } },
    { name: 'following one more', body: { kind, change: change('added'), people: PEOPLE, week: WEEK } },
    {
      name: 'following already, no days',
      body: { kind, change: change('already'), people: PEOPLE, week: { ...WEEK, days: [] } },
    },
    { name: 'following nobody any more', body: { kind, change: change('removed'), people: [], week: null } },
  ];
}

function followChooseSamples(): SampleOf<'follow-choose'>[] {
  const about = { kind: 'follow-choose' as const, text: 'kenta', on: true };
  return [
    { name: 'follow, several are meant', body: { ...about, several: true, people: PEOPLE } },
    { name: 'follow, a typing error', body: { ...about, several: false, people: PEOPLE.slice(0, 1) } },
    { name: 'unfollow, nobody is meant', body: { ...about, several: false, people: [], on: false } },
  ];
}
