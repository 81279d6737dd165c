import { actionsOf } from '../fakes/teams/card-actions';
import { jsonOf, textOf } from '../fakes/teams/json';
import type { SeenMessage } from '../fakes/teams/messages';
import type { Member, Room, World } from './world';

/* What people see, read off the fakes of the platforms alone. */

type Kind = 'welcome' | 'announce' | 'open' | 'close' | 'other';

export interface Post {
  kind: Kind;
  /** The processes' time. */
  at: number;
  /** Its plain text as it stands now. */
  text: string;
  /** How it is pressed. */
  address: { channel: string; ts: string } | SeenMessage;
}

/** What stands in the room by the bot, oldest first. */
export function postsIn({ slack, teams }: World, room: Room): Post[] {
  if (room.teams) {
    return teams
      .messages(room.teams.general)
      .filter(({ from, thread }) => from === 'bot' && thread === null)
      .map((message) => {
        const buttons = actionsOf(message.card ?? {}).map(({ data }) => textOf(jsonOf(data).action));
        const text = textOf(message.card?.fallbackText);
        return { kind: kindOf(buttons, text), at: message.at, text, address: message };
      });
  }
  const bot = slack.botUser(room.org.slice('slack:'.length));
  return slack
    .messages(room.place)
    .filter(({ user }) => user === bot)
    .map(({ channel, ts, text, blocks }) => {
      const buttons = [...JSON.stringify(blocks).matchAll(/"value":"([^"]+)"/g)].map(
        ([, value]) => value ?? '',
      );
      return {
        kind: kindOf(buttons, text),
        at: Number(ts.split('.')[0]) * 1000,
        text,
        address: { channel, ts },
      };
    });
}

/** By what can be done there: only a poll asks for an answer and shows who is where. */
function kindOf(buttons: readonly string[], text: string): Kind {
  const asks = buttons.some((value) => value.startsWith('answer|'));
  const shows = buttons.some((value) => value.startsWith('who|'));
  if (asks && shows) return 'open';
  if (shows) return /^(Result: |.* teleworked$)/m.test(text) ? 'close' : 'other';
  return asks ? 'announce' : 'welcome';
}

/** Counts by work style as a message says them, next to how many have answered. */
export function tallyIn(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [style, label] of Object.entries(LABELS)) {
    const found = new RegExp(`^\\S+ ${label}: (\\d+)`, 'm').exec(text)?.[1];
    if (found) counts[style] = Number(found);
  }
  const answered = /^Response rate: (\d+) of (\d+)/m.exec(text);
  return { ...counts, answered: Number(answered?.[1] ?? 0), members: Number(answered?.[2] ?? Number.NaN) };
}

/** The styles that are pressed, with what they are called. */
const LABELS = {
  home: 'Working from home',
  satellite: 'Satellite office',
  mobile: 'Mobile work',
  leave: 'On leave',
  office: 'In the office',
} as const;
export type Style = keyof typeof LABELS;
export const STYLES = Object.keys(LABELS) as Style[];

/** When the person was reminded, by the bot's private messages. */
export function remindersOf({ slack, teams }: World, member: Member): number[] {
  if (member.teams) return teams.direct(member.teams).map(({ at }) => at);
  return slack.calls
    .list('chat.postMessage')
    .filter(({ args, outcome }) => args.channel === member.id && outcome === 'ok')
    .map(({ at }) => at);
}
