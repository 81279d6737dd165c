import { isSameWork } from '../../src/app/delivery/same-work';
import type { Poll } from '../../src/domain/answers/poll';
import type { Millis } from '../../src/domain/time/calendar';
import type { Vote } from '../../src/ports/store/answers';
import { ANY_TEAM, type LedgerEntry, type LedgerWork, type TaskKey } from '../../src/ports/store/ledger';
import { postIdOf } from '../../src/store/task-key';
import { DAY, NEXT_DAY, STYLES } from './plan';
import type { Done, Played } from './play';
import type { Call, Hit } from './ports';
import { DEFAULT_WEEK, type Room, START, type World } from './world';

/* What must be true, judged by what people were told, by what stands on the platform, and by what was done to calls. */

const DAYS = [DAY, NEXT_DAY];
const LABELS = {
  home: 'Working from home',
  satellite: 'Satellite office',
  mobile: 'Mobile work',
  leave: 'Away',
  office: 'In the office',
} as const;
const PHASES = { open: /say how you are working today by/, late: /shown as late/, over: /This day is over/ };
/** After so many tries a process gives up recording an outcome, and the next attempt cannot know it. */
const GIVES_UP_AFTER = 75;

export async function judge(played: Played): Promise<string[]> {
  const faults = [...played.faults];
  await judgePosts(played, faults);
  await judgeAnswers(played, faults);
  await judgeReminders(played, faults);
  await judgeBooks(played, faults);
  judgeLog(played, faults);
  await judgeRest(played, faults);
  return faults;
}

/** Every message of the agenda once, as far as the process ran while it was due. */
async function judgePosts(played: Played, faults: string[]): Promise<void> {
  const { world } = played;
  for (const room of world.rooms) {
    for (const { key, isOwed } of await tasksOf(played, room)) {
      const entry = (await ledgerOf(world, key)).find((one) => isSameWork(one, key));
      // What was tried in vain before a campaign ended is not tried again.
      const isForsaken = !isOwed && entry?.state === 'waiting' && mayHaveEnded(played, room);
      if ((entry && !isForsaken) || isOwed) judgePost(played, key, entry, faults);
      const postId = postIdOf(key);
      const ended = endOf(played, room);
      const isSilent = key.kind === 'announce' || key.kind === 'open' || key.kind === 'report';
      const late = world.chat.messages.some(
        ({ key: of, id }) => of === postId && ended && (world.sentAt.get(id) ?? 0) > ended.at + IN_FLIGHT,
      );
      if (isSilent && late && !(await isOfOpenPoll(world, key)))
        faults.push(`${nameOf(key)}: posted after the campaign's end`);
    }
  }
}

/** What was begun before a campaign ended may still arrive. */
const IN_FLIGHT: Millis = 60_000;

/** When a room's organisation was told that its campaign has ended. */
function endOf({ done }: Played, { org }: Room): { at: Millis } | null {
  const ended = done.find(
    ({ act, room, told }) => act?.what === 'end' && room.org === org && told === 'confirmed',
  );
  return ended?.toldAt == null ? null : { at: ended.toldAt };
}

/** An ending that a person was not told of for certain. */
function mayHaveEnded({ done }: Played, { org }: Room): boolean {
  return done.some(({ act, room, told }) => act?.what === 'end' && room.org === org && told !== 'refused');
}

async function isOfOpenPoll(world: World, { org, team, day, kind }: TaskKey): Promise<boolean> {
  return kind === 'open' && (await world.process().raw.polls.get(org, team, day)) !== null;
}

interface Expected {
  key: TaskKey;
  /** False: it may be missing. */
  isOwed: boolean;
}

async function tasksOf(played: Played, { org, team, ...room }: Room): Promise<Expected[]> {
  const { world } = played;
  const { raw } = world.process();
  const isHeld = !mayHaveEnded(played, { org, team, ...room });
  const keyOf = (work: LedgerWork, day: string): TaskKey => ({ ...work, org, team, day, channel: 'first' });
  const all: Expected[] = [];
  for (const day of DAYS) {
    const poll = await raw.polls.get(org, team, day);
    const [opens, ends] = [at(day, '07:00'), at(day, '24:00')];
    all.push({
      key: keyOf({ kind: 'announce', lead: 'prev' }, day),
      isOwed: isHeld && ranIn(world, opens - 22 * HOUR, opens),
    });
    if (!poll) {
      all.push({ key: keyOf({ kind: 'open' }, day), isOwed: isHeld && ranIn(world, opens, ends) });
      continue;
    }
    for (let round = 0; round <= poll.round; round += 1) {
      const turn = round === 0 ? {} : { round };
      all.push({ key: keyOf({ kind: 'open', ...turn }, day), isOwed: true });
      all.push({ key: keyOf({ kind: 'close', ...turn }, day), isOwed: true });
      const isReminded = round === poll.round && poll.remindAt !== null;
      all.push({
        key: keyOf({ kind: 'remind', ...turn }, day),
        isOwed: isReminded && ranIn(world, poll.remindAt ?? 0, poll.closesAt),
      });
    }
    all.push({ key: keyOf({ kind: 'end' }, day), isOwed: true });
  }
  all.push({ key: keyOf({ kind: 'report', campaign: 'campaign' }, NEXT_DAY), isOwed: isHeld });
  return all;
}

function at(day: string, time: string): Millis {
  return Date.parse(`${day}T${time}:00+09:00`);
}

const HOUR: Millis = 3_600_000;
/** So long a process runs at least that does what is due, whatever goes wrong in the meantime. */
const SURELY: Millis = 50 * 60_000;

/** Whether a process ran long enough in this span. */
function ranIn({ absences }: World, from: Millis, until: Millis): boolean {
  const [away] = absences;
  if (!away) return true;
  return away.from - from > SURELY || until - Math.max(away.until, from) > SURELY;
}

function ledgerOf(world: World, { org, team, day, kind }: TaskKey): Promise<LedgerEntry[]> {
  return world.process().raw.ledger.list(org, team, day, kind);
}

function judgePost(
  { world, done }: Played,
  key: TaskKey,
  entry: LedgerEntry | undefined,
  faults: string[],
): void {
  const id = postIdOf(key);
  const posted = world.chat.messages.filter((message) => message.key === id);
  const doubts = doubtsOf(world, id);
  // An open poll is posted again where an administrator asks for it.
  const asked = done.filter(({ act, room }) => act?.what === 'poll-now' && room.team === key.team).length;
  const isPosted = key.kind !== 'remind' && key.kind !== 'end';
  const say = (what: string) =>
    faults.push(`${nameOf(key)}: ${what} (${entry?.state}, ${entry?.reason}, ${posted.length} posted)`);
  if (entry?.state === 'unknown') {
    if (doubts === 0) say('unknown, though nothing was uncertain');
    if (mayRepeat(key.kind) || posted.length > 1 + (key.kind === 'open' ? asked : 0)) say('given up');
  } else if (entry?.state === 'failed') {
    if (!wasRefused(world, id)) say('failed, though nothing was refused');
  } else if (entry?.state === 'skipped' && SKIPS[key.kind]?.includes(entry.reason ?? '')) return;
  else if (entry?.state !== 'done') say('not done');
  else if (isPosted) {
    if (posted.length === 0) say('missing');
    if (posted.length > 1 && !(mayRepeat(key.kind) && posted.length - 1 <= doubts + asked)) say('doubled');
    if (!posted.some((message) => message.id === entry.post)) say('not known by its address');
  }
}

/** Why tasks may be left out. */
const SKIPS: Partial<Record<TaskKey['kind'], readonly string[]>> = {
  open: ['later-poll', 'no-day', 'away'],
  close: ['later-poll'],
  remind: ['later-poll', 'too-late'],
  report: ['never-polled', 'no-campaign'],
};

/** How a failure names a task. */
function nameOf({ org, team, day, ...work }: TaskKey): string {
  return [org, team, day, ...Object.values(work).slice(0, 2)].join(' ');
}

function openingOf({ org, team }: Room, round: number, day = DAY): string {
  return postIdOf({ kind: 'open', ...(round === 0 ? {} : { round }), org, team, day, channel: 'first' });
}

type ReminderKey = Extract<TaskKey, { kind: 'reminder' }>;

/** As it is documented: a poll's double does no harm, and the end of a day only edits. */
function mayRepeat(kind: TaskKey['kind']): boolean {
  return kind === 'open' || kind === 'end';
}

/** How often it was uncertain whether the task reached the platform. */
function doubtsOf({ faults: { hits, calls }, deaths }: World, task: string): number {
  const own = hits.filter((hit) => hit.task === task);
  const platform = own.filter(({ where, fault }) => {
    if (where !== 'chat.post' && where !== 'chat.direct') return false;
    return (
      fault.is === 'fails' || fault.is === 'silent' || (fault.is === 'chat' && fault.kind === 'uncertain')
    );
  });
  const unfinished = own.filter(({ where }) => where === 'ledger.finish').length;
  const unwritten = Math.floor(unfinished / GIVES_UP_AFTER);
  const lapsed = own.some(({ where }) => where === 'ledger.renew') ? 1 : 0;
  return platform.length + unwritten + lapsed + deaths.filter((death) => isInGap(calls, task, death)).length;
}

/** Whether the process died between the last statement before the platform was asked and the next one after. */
function isInGap(calls: readonly Call[], task: string, death: Millis): boolean {
  const own = calls.filter(
    (call) => call.task === task && call.begun <= death && call.where !== 'ledger.claim',
  );
  const last = own.findLast(({ done }) => done);
  return last?.where === 'ledger.sending' || own.at(-1)?.where === 'ledger.sending';
}

function wasRefused({ faults }: World, task: string): boolean {
  return faults.hits.some(
    ({ fault, task: of, where }) =>
      of === task &&
      where.startsWith('chat.') &&
      fault.is === 'chat' &&
      ['invalid', 'gone', 'forbidden'].includes(fault.kind),
  );
}

// ------------------------------------------------------------------------------------------------------ answers

/**
 * A day that was confirmed as declared says so in a poll, and was announced where its poll was open already, unless that
 * is unknown; never twice.
 */
async function judgeDeclared(world: World, { room, told, act }: Done, faults: string[]): Promise<void> {
  const lead = act?.what === 'emergency' ? 'emergency' : 'drill';
  const task: TaskKey = {
    ...{ kind: 'announce', lead },
    ...{ org: room.org, team: room.team, day: DAY, channel: 'first' },
  };
  const id = postIdOf(task);
  const posted = world.chat.messages.filter(({ key }) => key === id).length;
  const poll = await world.process().raw.polls.get(room.org, room.team, DAY);
  const opened = Array.from({ length: (poll?.round ?? 0) + 1 }, (_, round) => openingOf(room, round));
  const says = world.chat.messages.filter(
    ({ key, card }) => opened.includes(key ?? '') && card.summary.includes('snow'),
  );
  if (posted > 1) faults.push(`${nameOf(task)}: ${told}, and announced ${posted} times`);
  const doubts = [id, ...opened].reduce((sum, post) => sum + doubtsOf(world, post), 0);
  if (
    told === 'confirmed' &&
    doubts === 0 &&
    says.length === 0 &&
    !opened.some((post) => wasRefused(world, post))
  )
    faults.push(`${nameOf(task)}: no poll says so (${poll?.round}, announced ${posted} times)`);
}

interface Recorded {
  /** Which of the calls that are kept it was. */
  nth: number;
  call: Call;
  vote: Vote;
}

function votesOf({ faults }: World): Recorded[] {
  return faults.calls.flatMap((call, nth) =>
    call.where === 'answers.record' && call.done ? [{ nth, call, vote: call.args[0] as Vote }] : [],
  );
}

/** What was confirmed is recorded, what was refused is not, unless the process could not know. */
async function judgeAnswers({ world, done }: Played, faults: string[]): Promise<void> {
  const votes = votesOf(world);
  for (const one of done) {
    if (one.act?.what === 'drill' || one.act?.what === 'emergency') {
      await judgeDeclared(world, one, faults);
      continue;
    }
    if (one.act?.what === 'poll-now' || one.act?.what === 'end') {
      if (one.told === null) faults.push(`${one.person.id} ${one.act.what}: was told nothing`);
      continue;
    }
    const recorded = votes.filter((each) => isOf(one, each));
    const say = (what: string) =>
      faults.push(`${one.person.id} ${one.act?.what ?? 'next day'} ${one.day}: ${what}`);
    if (one.told === null) say('was told nothing');
    if (one.told === 'confirmed') {
      const [first] = recorded;
      if (!first || recorded.length > 1) say(`confirmed, and recorded ${recorded.length} times`);
      else if (one.choice !== undefined && (first.vote.choice?.style ?? null) !== one.choice)
        say('something else was recorded');
    } else if (recorded.length > 0 && !recorded.every(({ call }) => isDoubtful(world, call))) {
      say(`${one.told}, and recorded`);
    }
    if (one.act === null && one.told !== 'confirmed') say(`without any fault: ${one.told}`);
  }
  await judgeKept(
    world,
    votes.map(({ vote }) => vote),
    faults,
  );
}

function isOf({ person, day, from, until }: Done, { nth, vote }: Recorded): boolean {
  return vote.person === person.id && vote.day === day && nth >= from && nth < until;
}

function isDoubtful({ faults: { hits }, deaths }: World, call: Call): boolean {
  return (
    hits.some(({ args }) => args === call.args) ||
    deaths.some((death) => death >= call.begun && death <= call.begun + 5_000)
  );
}

async function judgeKept(world: World, votes: readonly Vote[], faults: string[]): Promise<void> {
  const { raw } = world.process();
  for (const { org, people } of world.rooms) {
    for (const { id } of people) {
      for (const day of DAYS) {
        const last = votes.findLast(({ person, day: of }) => person === id && of === day);
        if (!last) continue;
        const kept = await raw.answers.get(org, id, day);
        const wanted = last.choice?.style ?? null;
        if ((kept?.style ?? null) !== wanted)
          faults.push(`${id}: ${kept?.style} is kept of ${day}, ${wanted} was recorded last`);
      }
    }
  }
}

/** What the room's poll of the day must say now, from the votes that were recorded. */
function tallyOf(world: World, room: Room, day: string): Record<string, number> {
  const { people } = room;
  const votes = votesOf(world).map(({ vote }) => vote);
  const heard = heardIn(world, room, day);
  const tally: Record<string, number> = { answered: 0, members: people.length };
  for (const [index, { id }] of people.entries()) {
    const last = heard.has(id) ? votes.findLast((vote) => vote.person === id && vote.day === day) : undefined;
    const style = last ? last.choice?.style : index === DEFAULT_WEEK ? 'home' : undefined;
    if (style === undefined) continue;
    tally[style] = (tally[style] ?? 0) + 1;
    tally.answered = (tally.answered ?? 0) + 1;
  }
  return tally;
}

/** Whose answers count in the room's poll: who has answered there for its day, or for any before it opened. */
function heardIn(world: World, { org, team }: Room, day: string): Set<string> {
  const opened = world.faults.calls.findIndex(({ where, args, done }) => {
    const [poll] = args as [Poll];
    return where === 'polls.open' && done && poll.org === org && poll.team === team && poll.day === day;
  });
  const own = votesOf(world).filter(({ vote }) => vote.team === team && vote.agrees !== null);
  return new Set(
    own.filter(({ nth, vote }) => vote.day === day || nth < opened).map(({ vote }) => vote.person),
  );
}

function tallyIn(text: string): Record<string, number> {
  const answered = /^Response rate: (\d+) of (\d+)/m.exec(text);
  const styles = STYLES.map((style) => [
    style,
    Number(new RegExp(`^${LABELS[style]}: (\\d+)`, 'm').exec(text)?.[1] ?? 0),
  ]);
  return {
    ...Object.fromEntries(styles),
    answered: Number(answered?.[1] ?? 0),
    members: Number(answered?.[2] ?? -1),
  };
}

/** While nothing goes wrong, each poll's message and closing tally show the last state. */
export async function checkShown(played: Played): Promise<void> {
  const { world, faults } = played;
  const { raw } = world.process();
  for (const room of world.rooms) {
    const team = await raw.teams.get(room.org, room.team);
    if (team?.trouble) continue;
    for (const day of DAYS) {
      const poll = await raw.polls.get(room.org, room.team, day);
      if (!poll) continue;
      const entries = await raw.ledger.list(room.org, room.team, day, null);
      const turn = poll.round === 0 ? {} : { round: poll.round };
      // The messages of earlier polls of the day stay as they were.
      const shown = entries.filter(
        (entry) =>
          entry.post !== null &&
          (isSameWork(entry, { kind: 'open', ...turn }) || isSameWork(entry, { kind: 'close', ...turn })),
      );
      for (const { kind, post } of shown) {
        const message = world.chat.messages.find(({ id }) => id === post);
        if (!message || wasGivenUp(world, message.id)) continue;
        const at = new Date(world.time.now() + 9 * 3_600_000).toISOString().slice(0, 16);
        const say = (what: string) => faults.push(`${at} ${room.place}: ${kind} of ${day} ${what}`);
        const said = tallyIn(message.card.summary);
        const wanted = tallyOf(world, room, day);
        const isSame = ['answered', 'members', ...STYLES].every(
          (key) => (said[key] ?? 0) === (wanted[key] ?? 0),
        );
        if (!isSame) say(`says ${JSON.stringify(said)} for ${JSON.stringify(wanted)}`);
        if (kind === 'open' && !saysPhase(message.card.summary, poll, world.time.now()))
          say('does not say whether answers are late');
      }
    }
  }
}

/** Whether a poll's message says what becomes of answers at this time. */
function saysPhase(text: string, { closesAt, endsAt }: Poll, now: Millis): boolean {
  const phase = now < closesAt ? 'open' : now < endsAt ? 'late' : 'over';
  return PHASES[phase].test(text);
}

/** Whether the last edit of this message was refused for good. */
function wasGivenUp({ faults: { hits } }: World, post: string): boolean {
  return hits.some(
    ({ where, args, fault }) =>
      where === 'chat.edit' &&
      args[1] === post &&
      fault.is === 'chat' &&
      ['gone', 'forbidden', 'invalid'].includes(fault.kind),
  );
}

// ---------------------------------------------------------------------------------------------------- reminders

async function judgeReminders({ world, done }: Played, faults: string[]): Promise<void> {
  for (const day of DAYS) {
    for (const person of new Set(
      world.rooms.flatMap(({ org, people }) => people.map(({ id }) => `${org} ${id}`)),
    )) {
      const [org = '', id = ''] = person.split(' ');
      const key: ReminderKey = { kind: 'reminder', person: id, org, team: ANY_TEAM, day, channel: 'first' };
      const postId = postIdOf(key);
      const sent = world.chat.messages.filter((message) => message.key === postId);
      const entry = (await ledgerOf(world, key)).find((one) => isSameWork(one, key));
      const say = (what: string) =>
        faults.push(`${nameOf(key)}: ${what} (${entry?.state}, ${entry?.reason})`);
      const rooms = world.rooms.filter(
        ({ org: of, people }) => of === org && people.some((one) => one.id === id),
      );
      const polls = await pollsOf(world, rooms, day);
      const rounds = Math.max(0, ...polls.map(({ poll }) => poll.round));
      if (sent.length > 1 + rounds) say(`reminded ${sent.length} times`);
      for (const { id: message } of sent) judgeTime(world, polls, message, say);
      if (entry?.state === 'unknown' && doubtsOf(world, postId) === 0)
        say('unknown, though nothing was uncertain');
      if (entry?.state === 'failed' && !wasRefused(world, postId)) say('failed, though nothing was refused');
      if (entry?.state === 'claimed' || entry?.state === 'waiting') say('never finished');
      const everAnswered = votesOf(world).some(({ vote }) => vote.person === id && vote.day === day);
      const isUsual = world.rooms.some(({ people }) => people[DEFAULT_WEEK]?.id === id);
      if (
        sent.length === 0 &&
        !everAnswered &&
        !isUsual &&
        polls.some(
          ({ poll }) =>
            poll.round === 0 && poll.remindAt !== null && ranIn(world, poll.remindAt, poll.closesAt),
        ) &&
        entry?.state !== 'unknown' &&
        entry?.state !== 'failed'
      )
        say('silent, and not reminded');
      for (const { id: message } of sent)
        if (rounds === 0 && hadAnswered(world, done, key, message))
          say('reminded after an answer that was confirmed');
    }
  }
}

interface PolledRoom {
  room: Room;
  poll: Poll;
}

async function pollsOf(world: World, rooms: readonly Room[], day: string): Promise<PolledRoom[]> {
  const { raw } = world.process();
  const found = await Promise.all(
    rooms.map(async (room) => ({ room, poll: await raw.polls.get(room.org, room.team, day) })),
  );
  return found.flatMap(({ room, poll }) => (poll ? [{ room, poll }] : []));
}

const LEAST_TIME: Millis = 10 * 60_000;
const LEAST_LEFT: Millis = 5 * 60_000;

/** A reminder comes when its person had some time to answer, and has some left; a call may take a minute. */
function judgeTime(
  { chat, sentAt, sentOn, faults: { hits } }: World,
  polls: readonly PolledRoom[],
  message: string,
  say: (what: string) => void,
): void {
  if (hits.some(({ fault, where }) => fault.is === 'slow' && where === 'chat.direct')) return;
  const steady = sentAt.get(message) ?? 0;
  const wall = sentOn.get(message) ?? 0;
  const isFair = polls.some(({ room, poll }) =>
    Array.from({ length: poll.round + 1 }, (_, round) => openingOf(room, round, poll.day)).some((opening) =>
      chat.messages.some(
        ({ key, id }) => key === opening && steady - (sentAt.get(id) ?? 0) >= LEAST_TIME - 60_000,
      ),
    ),
  );
  // A poll that the platform refused is asked about in private alone.
  const isSeen = polls.some(({ room, poll }) =>
    chat.messages.some(({ key }) => key === openingOf(room, 0, poll.day)),
  );
  if (isSeen && !isFair) say('reminded a moment after its poll');
  if (polls.every(({ poll }) => poll.closesAt - wall < LEAST_LEFT - 60_000 && poll.round === 0))
    say('reminded a moment before the end');
}

/** Whether their answer had been confirmed when the reminder was begun. */
function hadAnswered(
  { faults: { calls }, sentAt }: World,
  done: readonly Done[],
  key: ReminderKey,
  message: string,
): boolean {
  const at = sentAt.get(message) ?? 0;
  const claim = calls.findLast(
    ({ where, task, begun }) => where === 'ledger.claim' && task === postIdOf(key) && begun <= at,
  );
  const begun = claim?.begun ?? 0;
  const acts = done.filter(
    ({ person, day, at: from }) => person.id === key.person && day === key.day && from < at,
  );
  const last = acts.at(-1);
  if (!last || acts.some(({ told, choice }) => told !== 'confirmed' || choice === undefined)) return false;
  return last.choice !== null && last.toldAt !== null && last.toldAt < begun;
}

// ---------------------------------------------------------------------------------------------------- log, rest

function judgeLog({ world }: Played, faults: string[]): void {
  const logged = new Set(world.logged.flatMap(({ fields }) => chain(fields.err)));
  for (const hit of world.faults.hits) {
    if (hit.error && !logged.has(hit.error) && !isLoggedByAnother(hit, world.faults.hits, logged)) {
      faults.push(`${hit.where}: a fault that was not logged (${JSON.stringify(hit.fault)}, ${hit.task})`);
    }
  }
  for (const { fields, text } of world.logged) {
    const line = `${text} ${JSON.stringify(fields)} ${chain(fields.err)
      .map((error) => (error instanceof Error ? error.message : ''))
      .join(' ')}`;
    if (/Nomen|satellite|mobile|Working from home/.test(line)) faults.push(`the log says ${line}`);
  }
}

/** Of queries that were made at once, the fault of one is logged. */
function isLoggedByAnother(hit: Hit, hits: readonly Hit[], logged: ReadonlySet<unknown>): boolean {
  const known = hits.filter(({ error }) => logged.has(error));
  return !hit.where.startsWith('chat.') && known.some(({ at }) => at === hit.at);
}

function chain(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...chain(error.cause)] : [];
}

/** The book of each polled day says what was answered on it, and each organisation's day has one. */
async function judgeBooks({ world }: Played, faults: string[]): Promise<void> {
  const { raw } = world.process();
  for (const room of world.rooms) {
    const booked = await raw.books.days(room.org, DAYS);
    for (const day of DAYS) {
      // Whether there had to be a poll is judged with the posts.
      if (!(await raw.polls.get(room.org, room.team, day))) continue;
      const book = await raw.polls.book(room.org, room.team, day);
      const wanted = tallyOf(world, room, day);
      const said: Record<string, number> = { answered: 0, members: book?.members ?? -1 };
      for (const { style, count } of book?.groups ?? []) {
        said[style] = (said[style] ?? 0) + count;
        said.answered = (said.answered ?? 0) + count;
      }
      const isSame = ['answered', 'members', ...STYLES].every(
        (key) => (said[key] ?? 0) === (wanted[key] ?? 0),
      );
      if (!isSame)
        faults.push(
          `${room.place}: the book of ${day} says ${JSON.stringify(said)} for ${JSON.stringify(wanted)}`,
        );
      if (!booked.has(day)) faults.push(`${room.org}: no book of ${day}`);
    }
  }
}

/** Nothing is left to be done. */
async function judgeRest(played: Played, faults: string[]): Promise<void> {
  const { world, done } = played;
  const { raw } = world.process();
  for (const room of world.rooms) {
    const { org, team } = room;
    const found = await raw.teams.get(org, team);
    if (found?.trouble) faults.push(`${org}: still ${found.trouble}`);
    for (const day of DAYS) {
      const open = (await raw.ledger.list(org, team, day, null)).filter(
        ({ state }) => state === 'claimed' || state === 'waiting',
      );
      const isForsaken = mayHaveEnded(played, room) && !(await raw.polls.get(org, team, day));
      for (const entry of open.filter((one) => !isForsaken && !isForgone(done, team, one)))
        faults.push(`${nameOf(entry)}: still ${entry.state}`);
    }
  }
  const wake = await raw.wakeQueue.nextWake();
  if (wake !== null && wake <= world.time.now()) faults.push('a team is still to be looked at');
}

const DUE = {
  open: `${DAY}T07:00:00+09:00`,
  reminder: `${DAY}T09:48:00+09:00`,
  close: `${DAY}T10:30:00+09:00`,
} as const;

/** The messages of a room's first day which have their time. */
function timedOf({ org, team, people }: Room): (TaskKey & { kind: keyof typeof DUE })[] {
  const of = { org, team, day: DAY, channel: 'first' } as const;
  return [
    { kind: 'open', ...of },
    { kind: 'close', ...of },
    ...people.map(({ id: person }) => ({ kind: 'reminder' as const, person, ...of, team: ANY_TEAM })),
  ];
}

/** By how long the messages of the first day came late at most, in these organisations. */
export function lateIn({ world: { chat, sentAt, rooms } }: Played, orgs: readonly string[]): Millis {
  const kinds = new Map(
    rooms
      .filter(({ org }) => orgs.includes(org))
      .flatMap((room) => timedOf(room).map((key) => [postIdOf(key), key.kind])),
  );
  const late = chat.messages.flatMap(({ id, key }) => {
    const kind = kinds.get(key);
    return kind ? [Date.parse(START) + (sentAt.get(id) ?? 0) - Date.parse(DUE[kind])] : [];
  });
  return late.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...late);
}

/** Only an administrator who got no answer may declare the drill again. */
function isForgone(done: readonly Done[], team: string, entry: LedgerEntry): boolean {
  const last = done.findLast(({ act, room }) => act?.what === 'drill' && room.team === team);
  const isDrill = entry.kind === 'announce' && entry.lead === 'drill';
  return isDrill && (last?.told === 'cut' || last?.told === 'fault');
}
