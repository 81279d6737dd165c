import type { Card } from '../../src/domain/card';
import type { Locale, OrgId, PersonId } from '../../src/domain/people/person';
import type { Day, Millis, Zone } from '../../src/domain/time/calendar';
import type { Window } from '../../src/domain/time/window';
import type { After } from '../../src/ports/clock';
import type { Log } from '../../src/ports/log';
import type { Message, MessageKind } from '../../src/ports/messages';
import type { Present } from '../../src/ports/present';
import type { TaskKind } from '../../src/ports/store/ledger';
import type { TimeControl } from '../../src/ports/time-control';
import type { People } from './platform';
import type { SandboxTranslate } from './words';

/** The time zone and window of a team, and the language of its channel. */
export interface TeamTimes {
  zone: Zone;
  window: Window;
  language: Locale;
}

/** The bot's next scheduled task. */
export interface Upcoming {
  at: Millis;
  kind: TaskKind;
  day: Day;
}

/** One message of the gallery. */
export interface Sample {
  name: string;
  message: Message;
}

/** Another platform's drawing of the same card, shown next to it in the gallery. */
export interface Preview {
  name: string;
  /** The format of its JSON; the gallery draws both. */
  format: 'block-kit' | 'adaptive-card';
  /** One for each surface on which the platform shows this kind of message. */
  draw(card: Card, kind: MessageKind): readonly object[];
}

export interface SandboxOptions {
  org: OrgId;
  /** Path of the file that keeps the conversations; null keeps them in memory. */
  journal: string | null;
  control: TimeControl;
  /** Real time, for the events' heartbeat and the pace of the demo day. */
  after: After;
  log: Log;
  newId: () => string;
  present: Present;
  /** The page's own texts. */
  translate: SandboxTranslate;
  /** Made when the gallery is first opened: they load what a start should not wait for. */
  samples: () => readonly Sample[];
  previews?: readonly Preview[];
  people?: People;
  /** The times and the language of the team in a place, or null while it has none. */
  team?: (place: string) => Promise<TeamTimes | null>;
  /** The next scheduled task, for the clock panel. */
  upcoming?: () => Promise<Upcoming | null>;
  /** The path by which a person of the demo team signs in to the pages; absent: there are none. */
  officeEntry?: (person: PersonId) => Promise<string>;
}
