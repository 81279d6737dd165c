import { TEAM_NAME } from '../../../src/present/samples/data';
import { actionsOf, factsOf, headingOf, partsOf, sample } from '../cards';

test('the welcome says what happens, how the team is set up, and what comes next', () => {
  const welcome = sample('welcome');
  expect(headingOf(welcome)).toBe(`Hi, I’m Telework Days for ${TEAM_NAME}`);
  expect(factsOf(welcome)).toMatchObject({ 'Poll hours': '07:00–10:30', 'Time zone': 'Asia/Tokyo' });
  expect(actionsOf(welcome)).toEqual(['poll-now|team-1', 'campaign-list', 'settings-form|team-1', 'help']);
  const looks = partsOf(welcome, 'choices').flatMap(({ choices }) => choices.map(({ look }) => look));
  expect(looks).not.toContain('primary');
  expect(welcome.summary).toContain('for this channel’s admins');
});

test('trouble names the team, what is wrong and what to do', () => {
  expect(headingOf(sample('trouble, gone'))).toBe('I can’t post in sales-tokyo');
  expect(sample('trouble, gone').summary).toContain('Please add me back');
  expect(sample('trouble, forbidden', 'ja').summary).toContain('アプリの投稿を許可したうえで');
});
