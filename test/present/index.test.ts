import { LOCALES } from '../../src/domain/people/person';
import type { MessageBody } from '../../src/ports/messages';
import { CAMPAIGN, CORE_DAY, TEAM, TEAM_NAME, USUAL_TALLY } from '../../src/present/samples/data';
import { card, headingOf } from './cards';

type Body<Kind extends MessageBody['kind']> = Extract<MessageBody, { kind: Kind }>;

function poll(change: Partial<Body<'poll'>>): Body<'poll'> {
  return {
    kind: 'poll',
    team: TEAM,
    teamName: TEAM_NAME,
    day: CORE_DAY,
    phase: 'open',
    tally: USUAL_TALLY,
    away: null,
    ...change,
  };
}

test('names from outside are shown as they are, in every language', () => {
  const name = '<script>*x*</script>';
  const day = { ...CORE_DAY, campaign: name };
  for (const locale of LOCALES) expect(card(poll({ day }), locale).summary).toContain(name);
  const report = { campaign: { ...CAMPAIGN, name }, days: [], people: 0, personDays: 0, savings: null };
  expect(headingOf(card({ kind: 'report', teamName: name, report, thanks: false }))).toBe(`Report: ${name}`);
});
