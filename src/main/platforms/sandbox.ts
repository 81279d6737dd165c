import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createSandbox } from '../../../adapters/sandbox';
import { slackPreview } from '../../../adapters/slack/render';
import { teamsPreview } from '../../../adapters/teams/render';
import type { Ports } from '../../app/core';
import { entryFor } from '../../app/people/web-access';
import { upcomingTask } from '../../app/schedule/upcoming';
import type { Config } from '../../config';
import type { PastNeeds } from '../../demo/past-days';
import { seedDemo } from '../../demo/seed-demo';
import { translateSandbox } from '../../i18n/sandbox';
import { translate } from '../../i18n/translate';
import type { Inbox } from '../../ports/inbox';
import type { TimeControl } from '../../ports/time-control';
import { present } from '../../present';
import { samples } from '../../present/samples';
import { pause } from '../real-time';
import type { Platform } from './platform';

const ORG = 'sandbox';
/** Requests that wait, such as those for readiness, are answered before the demonstration's data keeps the process busy. */
const ANSWER_FIRST_MS = 20;

/** The ports that the sandbox shows, and those that its demonstration begins with. */
export type SandboxNeeds =
  | PastNeeds
  | 'absences'
  | 'after'
  | 'clock'
  | 'contacts'
  | 'safety'
  | 'surveys'
  | 'ledger'
  | 'people'
  | 'log'
  | 'defaults'
  | 'rollUps'
  | 'structures'
  | 'teams'
  | 'campaigns'
  | 'newId'
  | 'webAccess'
  | 'polls';

export interface SandboxParts {
  config: Config;
  core: Ports<SandboxNeeds>;
  inbox: Inbox;
  control: TimeControl;
}

export function openSandbox({ config, core, inbox, control }: SandboxParts): Platform {
  const sandbox = createSandbox({
    org: ORG,
    journal: join(config.store.dataDir, 'sandbox.jsonl'),
    control,
    after: core.after,
    log: core.log,
    newId: randomUUID,
    present,
    translate: translateSandbox,
    samples,
    previews: [slackPreview(translate), teamsPreview(translate)],
    team: async (place) => (await core.teams.at(ORG, place))?.settings ?? null,
    upcoming: () => upcomingTask(core, ORG),
    officeEntry: (person) => entryFor(core, { org: ORG, person }),
  });
  return {
    name: 'sandbox',
    chat: sandbox.chat,
    routes: [sandbox.router(inbox)],
    posts: {},
    open: true,
    start: async () => {},
    async afterReady() {
      await pause(ANSWER_FIRST_MS);
      await seedDemo(core, inbox, ORG, {
        places: sandbox.places,
        script: config.pastDays ? sandbox.script : null,
      });
    },
    stop: () => sandbox.close(),
    fault: () => null,
    isConnected: () => null,
  };
}
