import { needsArrival } from '../../../src/domain/answers/work-style';
import type { PersonId } from '../../../src/domain/people/person';
import type { After } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import type { Acts } from '../act';
import type { Message } from '../platform';
import { type ApproachParts, answersOf, approachMorning, type Morning, pollOf } from './morning';
import { PLAY_UNTIL, progressAt, speedAt } from './pace';
import { type Scene, sceneAt } from './scene';
import type { Step } from './script';

export interface PlayState {
  state: 'idle' | 'playing' | 'done';
  /** 0 to 1, in the visitor's time. */
  progress: number;
  /** What is seen now; null: nothing is played. */
  scene: Scene | null;
  /** The message of the poll, once it is posted. */
  poll: string | null;
  /** Who answered last, newest first. */
  lately: readonly PersonId[];
}

export interface PlayParts extends ApproachParts {
  acts: Acts;
  after: After;
  log: Log;
}

interface LookAtWeek {
  visitor: PersonId;
  command: string;
}

const BEAT_MS = 150;
/** Faces that a visitor can take in. */
const FACES = 6;
const IDLE: PlayState = { state: 'idle', progress: 0, scene: null, poll: null, lately: [] };

/** A whole morning in about 40 seconds: the demo people answer as people do, while the clock runs. */
export class Play {
  readonly #parts: PlayParts;
  readonly #listeners: ((state: PlayState) => void)[] = [];
  #current: PlayState = IDLE;
  /** The number of the run that may go on; each start and stop ends the runs before it. */
  #run = 0;

  constructor(parts: PlayParts) {
    this.#parts = parts;
  }

  state(): PlayState {
    return this.#current;
  }

  watch(listener: (state: PlayState) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Goes to just before the next poll and plays on from there. False when no poll is in sight. `lookAtWeek`: the command
   * by which the visitor sees the team's week near the end.
   */
  async start(visitor: PersonId | null, lookAtWeek: string | null = null): Promise<boolean> {
    this.stop();
    this.#run += 1;
    const run = this.#run;
    this.#show({ ...IDLE, state: 'playing' });
    const morning = await approachMorning(this.#parts, visitor).catch((error: unknown) => {
      this.stop();
      throw error;
    });
    if (run !== this.#run) return true;
    if (!morning) {
      this.stop();
      return false;
    }
    const week = visitor && lookAtWeek ? { visitor, command: lookAtWeek } : null;
    this.#playMorning(morning, run, week).catch((error: unknown) => {
      this.#parts.log.error({ err: error }, 'the demo day stopped');
      this.stop();
    });
    return true;
  }

  stop(): void {
    if (this.#current.state === 'playing') this.#end(IDLE);
  }

  async #playMorning(morning: Morning, run: number, week: LookAtWeek | null): Promise<void> {
    const { control, after } = this.#parts;
    const length = morning.closesAt - morning.opensAt;
    const steps = [...morning.steps];
    let unseen = week;
    while (run === this.#run) {
      const share = (control.now() - morning.opensAt) / length;
      if (share >= PLAY_UNTIL) {
        return this.#end({ ...this.#current, state: 'done', progress: 1 });
      }
      control.setSpeed(speedAt(share, length));
      const scene = sceneAt(share);
      this.#show({ ...this.#current, progress: progressAt(share), scene });
      if (scene === 'week' && unseen) {
        await this.#lookAtWeek(unseen);
        unseen = null;
      }
      await this.#answerUntil(share, steps, morning, run);
      await new Promise<void>((resolve) => after(BEAT_MS, resolve));
    }
  }

  async #lookAtWeek({ visitor, command }: LookAtWeek): Promise<void> {
    const { platform, acts } = this.#parts;
    const person = platform.person(visitor);
    if (person) await acts.command(person, platform.places[0]?.id ?? null, command);
  }

  /** Takes the steps that are due by now from the front. */
  async #answerUntil(share: number, steps: Step[], morning: Morning, run: number): Promise<void> {
    const poll = pollOf(this.#parts.platform, morning.day, morning.pollFrom);
    if (!poll) return;
    this.#current = { ...this.#current, poll: poll.id };
    for (let [step] = steps; step && step.at <= share && run === this.#run; [step] = steps) {
      steps.shift();
      await this.#answer(step, poll);
    }
  }

  /** Presses the button with the step's style, and an arrival time where the reply asks for one. */
  async #answer({ person: id, style, luck }: Step, poll: Message): Promise<void> {
    const { platform, acts } = this.#parts;
    const person = platform.person(id);
    const action = answersOf(poll.card).find((choice) => choice.style === style)?.action;
    if (!person || !action) return;
    const acted = await acts.press(person, poll.id, action);
    const others = this.#current.lately.filter((one) => one !== id);
    this.#current = { ...this.#current, lately: [id, ...others].slice(0, FACES) };
    const arrivals = acted ? answersOf(acted.card).filter((choice) => choice.arrival !== null) : [];
    const arrival = arrivals[Math.floor(luck * arrivals.length)];
    if (acted && arrival && needsArrival(style)) await acts.press(person, acted.message, arrival.action);
  }

  #end(state: PlayState): void {
    this.#run += 1;
    this.#parts.control.setSpeed(0);
    this.#show(state);
  }

  #show(state: PlayState): void {
    this.#current = state;
    for (const listener of this.#listeners) listener(state);
  }
}
