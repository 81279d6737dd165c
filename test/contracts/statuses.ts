import type { OrgId, PersonId } from '../../src/domain/people/person';
import type { Status } from '../../src/domain/people/status';
import { type Chat, ChatError } from '../../src/ports/chat';

/** A platform on which this person has allowed the bot to set their status. */
export interface StatusSubject {
  chat: Chat;
  org: OrgId;
  person: PersonId;
  /** By the platform's clock, epoch ms. */
  now(): number;
  /** What people read; null: nothing. */
  shown(): string | null;
  /** The person sets a status of their own. */
  sets(text: string): void;
  /** The next call is refused, as for too many calls. */
  limits(seconds: number): void;
  /** The platform does not let the bot set this person's status from now on. */
  forbids(): void;
  /** From now on the bot is not allowed to set any, by the person or by the tenant. */
  withdraws(): void;
  withdrawn: 'connect' | 'refused';
  close(): Promise<void>;
}

/** What every platform that shows statuses must do. The factory gives a fresh one for each test. */
export function describeStatuses(name: string, factory: () => Promise<StatusSubject>): void {
  describe(`statuses on ${name}`, () => {
    let subject: StatusSubject;
    let home: Status;
    let office: Status;
    beforeEach(async () => {
      subject = await factory();
      const until = subject.now() + 3_600_000;
      home = { text: 'Working <from> home & away', icon: '🏠', until };
      office = { text: '通常出社', icon: '🏢', until };
    });
    afterEach(() => subject.close());
    const set = (status: Status | null, ours: readonly Status[]) =>
      subject.chat.setStatus(subject.org, subject.person, status, ours);

    test('may be set', async () => {
      expect(await subject.chat.statusAccess(subject.org, subject.person)).toBe('ready');
    });

    test('shows one where there is none, twice like once, and another in its place', async () => {
      expect(await set(home, [home])).toBe('shown');
      expect(subject.shown()).toContain(home.text);
      expect(await set(home, [home])).toBe('shown');
      expect(await set(office, [home, office])).toBe('shown');
      expect(subject.shown()).toContain(office.text);
      expect(await set(null, [home, office])).toBe('shown');
      expect(subject.shown()).toBeNull();
      expect(await set(null, [office])).toBe('shown');
    });

    test('never touches what the person set themselves', async () => {
      await set(home, [home]);
      subject.sets('At lunch');
      expect(await set(office, [home, office])).toBe('own');
      expect(await set(null, [home, office])).toBe('own');
      expect(subject.shown()).toBe('At lunch');
    });

    test('takes its own words for the person’s own where it is not told that it wrote them', async () => {
      await set(home, [home]);
      expect(await set(office, [office])).toBe('own');
      expect(subject.shown()).toContain(home.text);
    });

    test('says for how long there are too many calls', async () => {
      subject.limits(900);
      const fault = await set(home, [home]).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(ChatError);
      expect(fault).toMatchObject({ kind: 'rate-limited' });
      expect((fault as ChatError).retryAfterMs).toBeGreaterThanOrEqual(900_000);
      expect(subject.shown()).toBeNull();
    });

    test('says that this person’s may not be set', async () => {
      subject.forbids();
      expect(await set(home, [home])).toBe('refused');
    });

    test('says that it may not be set any more', async () => {
      subject.withdraws();
      expect(await set(home, [home])).toBe(subject.withdrawn);
    });
  });
}
