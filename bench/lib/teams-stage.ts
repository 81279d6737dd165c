import { type ChannelListener, channel } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../src/app/core';
import { runDueTasks } from '../../src/app/schedule/run-due-tasks';
import type { TeamsClient } from '../../test/fakes/teams/client';
import { type FakeTeams, startFakeTeams } from '../../test/fakes/teams/fake-teams';
import { createFakeTime, type FakeTime } from '../../test/fakes/time';
import { sideOf } from './teams-bot';
import { openTeamsCore } from './teams-core';

/** The bot in this process, on simulated time, with the fake of Microsoft, which enforces the limits. */
export interface TeamsStage {
  fake: FakeTeams;
  client: TeamsClient;
  time: FakeTime;
  core: Core;
  org: string;
  /** Does the work, while time goes on whenever everybody waits for it. */
  during(work: Promise<unknown>): Promise<void>;
  /** Stands at an instant and does what is due. */
  at(instant: number): Promise<void>;
  close(): Promise<void>;
}

const STEP_MS = 100;

export async function openTeamsStage(start: number): Promise<TeamsStage> {
  const folder = mkdtempSync(join(tmpdir(), 'telework-bench-'));
  const time = createFakeTime(start);
  const fake = await startFakeTeams({ now: time.now });
  const unfollow = followCalls(new URL(fake.url).host, time);
  const credentials = fake.credentials();
  const running = await openTeamsCore({
    side: sideOf(fake),
    credentials,
    folder,
    clock: time,
    realClock: time,
    after: time.after,
  });
  const client = fake.client(`http://127.0.0.1:${running.port}/api/messages`);

  async function during(work: Promise<unknown>): Promise<void> {
    let ended = false;
    const done = work.finally(() => {
      ended = true;
    });
    for (await time.quiet(); !ended; await time.quiet()) await time.advance(STEP_MS);
    await done;
  }

  return {
    fake,
    client,
    time,
    core: running.core,
    org: `teams:${fake.world.home}`,
    during,
    async at(instant) {
      await time.advance(instant - time.now());
      await during(runDueTasks(running.core));
    },
    async close() {
      client.close();
      await running.close();
      await fake.close();
      unfollow();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Time stands while a call to this host is under way: what the SDK sends cannot be followed otherwise. */
function followCalls(host: string, time: FakeTime): () => void {
  const ends = new Map<ClientRequest, () => void>();
  const began: ChannelListener = (message) => {
    const { request } = message as { request: ClientRequest };
    if (request.getHeader('host') !== host) return;
    void time.track(new Promise<void>((resolve) => ends.set(request, resolve)));
    request.once('close', () => end(request));
  };
  function end(request: ClientRequest): void {
    ends.get(request)?.();
    ends.delete(request);
  }
  channel('http.client.request.start').subscribe(began);
  return () => void channel('http.client.request.start').unsubscribe(began);
}
