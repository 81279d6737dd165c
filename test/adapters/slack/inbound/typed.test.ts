import { typedText } from '../../../../adapters/slack/inbound/typed';

test.each([
  ['who &lt;b&gt; &amp; co', 'who <b> & co'],
  ['&amp;lt;', '&lt;'],
  ['who <!subteam^S0123|@sales> on friday', 'who @S0123 on friday'],
  ['who <!subteam^S0123>', 'who @S0123'],
  ['campaign new "R&amp;D <https://example.com|example.com>"', 'campaign new "R&D example.com"'],
  ['drill <https://example.com/a?b=1&amp;c=2>', 'drill https://example.com/a?b=1&c=2'],
  ['<#C1|general> <#C2>', '#general #C2'],
  ['<@U1|bob> <@U2>', '@bob @U2'],
  ['<!here> <!channel|@channel>', '@here @channel'],
  ['nothing < special > here', 'nothing < special > here'],
])('%s was typed as %s', (sent, typed) => {
  expect(typedText(sent)).toBe(typed);
});
