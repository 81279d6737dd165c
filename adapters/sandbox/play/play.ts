import { needsArrival, type WorkStyle } from '../../../src/domain/answers/work-style';
import type { Card } from '../../../src/domain/card';
import type { PersonId } from '../../../src/domain/people/person';
import { type Day, dayAt, type Millis } from '../../../src/domain/time/calendar';
import { windowOn } from '../../../src/domain/time/window';
import type { After } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import type { TimeControl } from '../../../src/ports/time-control';
import type { Acts } from '../act';
import type { Message, Platform } from '../platform';
import type { TeamTimes, Upcoming } from '../types';
import { PLAY_FROM, PLAY_UNTIL, progressAt, speedAt } from './pace';
import { playScript, type Step } from './script';

export interface PlayState {
  state: 'idle' | 'playing' | 'done';
  /** 0 to 1, in the visitor's time. */
  progress: number;
}

/** A whole morning in about 40 seconds: the demo people answer as people do, while the clock runs. */
export interface Play {
  state(): PlayState;
  /** Goes to just before the next poll and plays on from there. False when no poll is in sight. */
  start(visitor: PersonId | null): Promise<boolean>;
  stop(): void;
  watch(listener: (state: PlayState) => void): void;
}

export interface PlayParts {
  control: TimeControl;
  acts: Acts;
  platform: Platform;
  after: After;
  times: () => Promise<TeamTimes>;
  upcoming: () => Promise<Upcoming | null>;
  log: Log;
}

const BEAT_MS = 150;
/** More events than any real calendar has between two Telework Days. */
const MOST_EVENTS = 400;

/** One morning to be played: `opensAt` to `closesAt`, and what is still to do. */
interface Morning {
  day: Day;
  opensAt: Millis;
  closesAt: Millis;
  /** The poll was posted since then: before `opensAt` when it was open already. */
  pollFrom: Millis;
  steps: Step[];
}

export function createPlay({ control, acts, platform, after, times, upcoming, log }: PlayParts): Play {
  const listeners: ((state: PlayState) => void)[] = [];
  let current: PlayState = { state: 'idle', progress: 0 };
  /** Each start and stop makes the runs before it end. */
  let run = 0;

  function show(state: PlayState): void {
    current = state;
    for (const listener of listeners) listener(state);
  }

  /** Moves the clock to just before the next opening, or finds the poll that is open now. */
  async function approach(visitor: PersonId | null): Promise<Morning | null> {
    const { zone, window } = await times();
    for (let event = 0; event < MOST_EVENTS; event += 1) {
      const now = control.now();
      const today = dayAt(now, zone);
      const { opensAt, closesAt } = windowOn(today, window, zone);
      if (now < closesAt && pollOf(platform, today, opensAt))
        return { ...morning(today, now, closesAt, visitor), pollFrom: opensAt };
      const next = await upcoming();
      if (next?.kind === 'open') {
        const day = dayAt(next.at, zone);
        const planned = morning(day, next.at, windowOn(day, window, zone).closesAt, visitor);
        const before = Math.round(next.at + PLAY_FROM * (planned.closesAt - next.at));
        if (before > now) await control.moveTo(before);
        return planned;
      }
      if ((await control.next()) === null) return null;
    }
    return null;
  }

  function morning(day: Day, opensAt: Millis, closesAt: Millis, visitor: PersonId | null): Morning {
    const others = platform.persons.map(({ id }) => id).filter((id) => id !== visitor);
    return { day, opensAt, closesAt, pollFrom: opensAt, steps: playScript(others, day) };
  }

  async function runMorning(plan: Morning, mine: number): Promise<void> {
    const length = plan.closesAt - plan.opensAt;
    const steps = [...plan.steps];
    while (run === mine) {
      const share = (control.now() - plan.opensAt) / length;
      if (share >= PLAY_UNTIL) return finish();
      control.setSpeed(speedAt(share, length));
      show({ state: 'playing', progress: progressAt(share) });
      const poll = pollOf(platform, plan.day, plan.pollFrom);
      while (poll && steps[0] && steps[0].at <= share && run === mine)
        await answer(steps.shift() as Step, poll);
      await new Promise<void>((resolve) => after(BEAT_MS, resolve));
    }
  }

  /** Presses the button with the step's style, and an arrival time where the reply asks for one. */
  async function answer({ person: id, style, luck }: Step, poll: Message): Promise<void> {
    const person = platform.person(id);
    const action = answers(poll.card).find((choice) => choice.style === style)?.action;
    if (!person || !action) return;
    const acted = await acts.press(person, poll.id, action);
    const arrivals = acted ? answers(acted.card).filter((choice) => choice.arrival !== null) : [];
    const arrival = arrivals[Math.floor(luck * arrivals.length)];
    if (acted && arrival && needsArrival(style)) await acts.press(person, acted.message, arrival.action);
  }

  function finish(): void {
    run += 1;
    control.setSpeed(0);
    show({ state: 'done', progress: 1 });
  }

  function stop(): void {
    if (current.state !== 'playing') return;
    run += 1;
    control.setSpeed(0);
    show({ state: 'idle', progress: 0 });
  }

  async function start(visitor: PersonId | null): Promise<boolean> {
    stop();
    run += 1;
    const mine = run;
    show({ state: 'playing', progress: 0 });
    const plan = await approach(visitor).catch((error: unknown) => {
      stop();
      throw error;
    });
    if (run !== mine) return true;
    if (!plan) {
      stop();
      return false;
    }
    runMorning(plan, mine).catch((error: unknown) => {
      log.error({ err: error }, 'the demo day stopped');
      stop();
    });
    return true;
  }

  return { state: () => current, start, stop, watch: (listener) => void listeners.push(listener) };
}

interface AnswerChoice {
  action: string;
  style: WorkStyle;
  day: Day;
  arrival: string | null;
}

function answers({ parts }: Card): AnswerChoice[] {
  const choices = parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  return choices.flatMap(({ action, answer }) => (answer ? [{ ...answer, action }] : []));
}

/** The newest message since then that asks for this day: the poll; its announcements came before. */
function pollOf(platform: Platform, day: Day, since: Millis): Message | null {
  const messages = platform.places.flatMap(({ id }) => platform.channel(id));
  const asks = ({ at, card }: Message) => at >= since && answers(card).some((choice) => choice.day === day);
  return messages.findLast(asks) ?? null;
}
