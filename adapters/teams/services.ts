import type { TeamsSettings } from './types';

/** Microsoft's connectors to Teams, in its clouds. */
const HOSTS = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Where the bot may send anything. The address comes from outside: a forged one would get its messages, and its
 * token. Without credentials there is no token to lose, and only this machine is spoken to.
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
