import type { World } from '../world';

/** `@sales`, `#general` or an address, where a person may write one. */
const MENTION = /(?<![\w&/])(?:(?<sign>[@#])(?<name>[\w.-]*\w)|(?<url>https?:\/\/\S+))/gu;

/** What Slack makes of a command's text: entities always, and, where the app asks for it, ids for what is mentioned. */
export function escaped(world: World, team: string, text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (!world.app.escapesCommands) return safe;
  return safe.replaceAll(MENTION, (typed: string, sign?: string, name?: string) => {
    if (sign === undefined || name === undefined) return `<${typed}>`;
    return (sign === '@' ? mentioned(world, team, name) : channelNamed(world, team, name)) ?? typed;
  });
}

function mentioned(world: World, team: string, name: string): string | null {
  const group = [...world.usergroups.values()].find(
    (each) => each.team === team && each.handle === name && !each.disabled,
  );
  if (group) return `<!subteam^${group.id}|@${group.handle}>`;
  const user = [...world.users.values()].find((each) => each.team === team && each.name === name);
  return user ? `<@${user.id}|${user.name}>` : null;
}

function channelNamed(world: World, team: string, name: string): string | null {
  const channel = [...world.channels.values()].find((each) => each.team === team && each.name === name);
  return channel ? `<#${channel.id}|${channel.name}>` : null;
}
