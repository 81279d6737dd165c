import { type Config, type ConfigFault, describeFaults, loadConfig, prepareDataDir } from '../config';

const NO_SANDBOX: ConfigFault = {
  variable: 'SANDBOX_ENABLED',
  wrong: 'is on, or no chat platform is configured, but this installation has no sandbox',
  cure: 'configure Slack (SLACK_BOT_TOKEN) or Microsoft Teams (MicrosoftAppId), or build the image with --build-arg SANDBOX=on',
};

/** The configuration, with its data folder made; or, as a string, everything that is wrong with it. */
export function readSettings(): Config | string {
  const config = loadConfig();
  if ('faults' in config) return describeFaults(config.faults);
  const fault = faultOf(config);
  return fault ? describeFaults([fault]) : config;
}

function faultOf(config: Config): ConfigFault | null {
  if (config.sandbox && !hasSandbox()) return NO_SANDBOX;
  const usesFolder = config.store.kind === 'sqlite' || config.sandbox;
  return usesFolder ? prepareDataDir(config.store.dataDir) : null;
}

/** The production image leaves the sandbox out. */
function hasSandbox(): boolean {
  try {
    require.resolve('./platforms/sandbox');
    return true;
  } catch {
    return false;
  }
}
