import { loadConfig } from '../config';
import { platformSettings } from '../config/setup';
import type { SetupView } from '../web';
import { realClock } from './real-time';

/**
 * How far the bot is set up, by the environment and the file `.env` as they are now. The check is loaded only for this:
 * it knows both platforms.
 */
export async function viewSetup(): Promise<SetupView> {
  const config = loadConfig();
  const platforms = platformSettings();
  if ('faults' in config) {
    // What is wrong with a setting may quote it; the cure never does.
    const findings = config.faults.map(({ variable, cure }) => ({
      ...{ name: variable, state: 'fail' as const, text: cure },
    }));
    return { platforms, findings };
  }
  const { examineHere } = await import('../tools/doctor/examine.js');
  const found = await examineHere(config, { now: realClock.now, nodeVersion: process.versions.node });
  return { platforms, findings: found.filter(({ state }) => state !== 'ok') };
}
