/** Slack's markup for people, channels, groups and links in escaped commands: `<!subteam^S1|@sales>`. */
const MARKUP = /<(?:(?<sign>[@#!])|(?=[a-z][a-z\d+.-]*:))(?<target>[^<>|\s]+)(?:\|(?<label>[^<>]*))?>/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * The command as the person typed it; user groups become `@` and their id. A `<` begins Slack's markup: one that the
 * person typed arrives as `&lt;`.
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
