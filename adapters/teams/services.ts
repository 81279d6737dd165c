import type { TeamsSettings } from './types';

/** The hosts of Microsoft's connectors to Teams, for each of its clouds. */
const HOSTS = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether the bot may send to an address. Addresses come in with requests, and a forged one would receive messages and
 * the bot's token. Without credentials only addresses on this machine are allowed. `others`: more hosts, with their port.
 */
export function isServiceOf(
  { credentials }: TeamsSettings,
  others: readonly string[] = [],
): (serviceUrl: string) => boolean {
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, host, username } = new URL(serviceUrl);
    if (username !== '') return false;
    if (others.includes(host)) return true;
    if (credentials === null) return LOOPBACK.test(hostname);
    return protocol === 'https:' && HOSTS.includes(host);
  };
}
