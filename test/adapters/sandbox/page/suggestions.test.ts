import { SUGGESTIONS } from '../../../../adapters/sandbox/page/suggestions';
import { isRefusal } from '../../../../src/domain/refusal';
import { parseIntent } from '../../../../src/grammar/parse';

test.each(SUGGESTIONS.map(([command]) => command))('the bot understands the suggestion: %s', (command) => {
  const parsed = parseIntent(command, { today: '2018-07-24', prefix: '/telework' });
  expect(isRefusal(parsed) ? parsed.refusal : 'understood').toBe('understood');
});
