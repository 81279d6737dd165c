import { LOCALES } from '../../../src/domain/people/person';
import { isRefusal } from '../../../src/domain/refusal';
import { parseIntent } from '../../../src/grammar/parse';
import { TODAY } from '../../../src/present/samples/data';
import { card, linesOf, partsOf, sample } from '../cards';

describe('help', () => {
  test('is grouped for members and administrators', () => {
    const lines = linesOf(sample('help for administrators'));
    const groups = ['Answer', 'See who’s where', 'Your preferences'];
    const forAdministrators = ['For admins: your team', 'For admins: campaigns'];
    expect(lines.filter((line) => [...groups, ...forAdministrators].includes(line))).toEqual([
      ...groups,
      ...forAdministrators,
    ]);
    expect(linesOf(sample('help')).filter((line) => line.startsWith('For admins'))).toEqual([]);
    expect(sample('help').summary).toContain('For planning only, not attendance tracking');
  });

  test.each(LOCALES)('shows only commands that are understood, in %s', (locale) => {
    const help = card({ kind: 'help', admin: true, prefix: '/telework' }, locale);
    const commands = partsOf(help, 'facts').flatMap(({ items }) => items.map(({ label }) => label));
    expect(linesOf(help)[1]).toContain('/telework');
    expect(commands.some((command) => command.includes('/telework'))).toBe(false);
    const refused = commands.filter((command) =>
      isRefusal(parseIntent(command, { today: TODAY, prefix: '/telework' })),
    );
    expect(refused).toEqual([]);
    expect(commands.length).toBeGreaterThanOrEqual(20);
  });

  test('works without a prefix', () => {
    const help = card({ kind: 'help', admin: false, prefix: '' });
    expect(partsOf(help, 'facts')[0]?.items[0]?.label).toBe('home');
    expect(help.summary).not.toContain('then add one of these');
  });
});
