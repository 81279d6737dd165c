import { type SharingNews, takesPosts, withChosen, withNews } from '../../../src/domain/teams/sharing';
import type { Sharing, Team } from '../../../src/domain/teams/team';
import { aTeam } from '../../support/sample-data';

type State = Sharing['state'] | 'alone';
const teamIn = (state: State): Team =>
  aTeam({ polls: 'workdays' }, { sharing: state === 'alone' ? null : { since: 1, state } });
const stateOf = ({ sharing }: Team): State => sharing?.state ?? 'alone';

test.each<[State, SharingNews, State]>([
  ['alone', false, 'alone'],
  ['alone', 'unknown', 'unknown'],
  ['alone', true, 'silent'],
  ['unknown', false, 'alone'],
  ['unknown', 'unknown', 'unknown'],
  ['unknown', true, 'silent'],
  ['silent', false, 'alone'],
  ['silent', 'unknown', 'silent'],
  ['silent', true, 'silent'],
  ['agreed', false, 'alone'],
  // One organisation more: nobody has agreed to that one.
  ['agreed', 'unknown', 'unknown'],
  ['agreed', true, 'silent'],
])('a channel that is %s: after the news %j it is %s', (before, news, after) => {
  const team = withNews(teamIn(before), news, 2);
  expect(stateOf(team)).toBe(after);
  expect(takesPosts(team)).toBe(after === 'alone' || after === 'agreed');
  if (news === true && before !== 'silent') expect(team.settings.polls).toBe('off');
});

test.each<[State, 'off' | 'workdays', State]>([
  ['alone', 'workdays', 'alone'],
  ['unknown', 'workdays', 'unknown'],
  ['silent', 'off', 'silent'],
  ['silent', 'workdays', 'agreed'],
  ['agreed', 'off', 'agreed'],
])('a channel that is %s: with polls set to %s it is %s', (before, polls, after) => {
  const team = teamIn(before);
  expect(stateOf(withChosen(team, { ...team.settings, polls }))).toBe(after);
});
