/** What Slack puts in place of people, channels, groups and links where it escapes a command: `<!subteam^S1|@sales>`. */
const MARKUP = /<(?:(?<sign>[@#!])|(?=[a-z][a-z\d+.-]*:))(?<target>[^<>|\s]+)(?:\|(?<label>[^<>]*))?>/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * A command as the person typed it, but for user groups, which become `@` and their id. What Slack has escaped is
 * what `<` begins: what the person typed themselves comes as `&lt;`.
 */
export function typedText(text: string): string {
  return text
    .replaceAll(MARKUP, (...found) => typedOf(found.at(-1)))
    .replaceAll(/&(?:amp|lt|gt);/gu, (entity) => ENTITIES[entity] ?? entity);
}

function typedOf({ sign = '', target = '', label = '' }: Record<string, string | undefined>): string {
  const [kind = '', id = ''] = target.split('^');
  if (sign === '!') return kind === 'subteam' ? `@${id}` : label || `@${kind}`;
  if (sign === '') return label || target;
  const name = label || target;
  return name.startsWith(sign) ? name : sign + name;
}
