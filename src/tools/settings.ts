import { type Config, type ConfigFault, describeFaults, loadConfig } from '../config';
import { Refused } from './command';

/** The bot's own settings. Throws `Refused` with everything that is wrong with them. */
export function readSettings(): Config {
  const config = loadConfig();
  if ('faults' in config) throw new Refused(describeFaults(config.faults));
  return config;
}

/** A setting with which this command cannot run. */
export function refuseSetting(fault: ConfigFault): Refused {
  return new Refused(describeFaults([fault]));
}
