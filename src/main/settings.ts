import { type Config, type ConfigFault, describeFaults, loadConfig, prepareDataDir } from '../config';

/** The configuration, with its data folder made; or, as a string, everything that is wrong with it. */
export function readSettings(): Config | string {
  const config = loadConfig();
  const faults = 'faults' in config ? config.faults : faultsIn(config);
  return 'faults' in config || faults.length > 0 ? describeFaults(faults) : config;
}

function faultsIn(config: Config): ConfigFault[] {
  const usesFolder = config.store.kind === 'sqlite' || config.sandbox;
  const fault = usesFolder ? prepareDataDir(config.store.dataDir) : null;
  return fault ? [fault] : [];
}
