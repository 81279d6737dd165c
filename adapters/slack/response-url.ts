/** Slack, and Slack for governments. */
const HOSTS = ['hooks.slack.com', 'hooks.slack-gov.com'];

/** Whether a response_url is Slack's own: https on its hosts, or where `apiUrl` is, if that is set. */
export function isResponseUrl(url: string, apiUrl: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, origin, username } = new URL(url);
  if (username !== '') return false;
  if (apiUrl !== null && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && HOSTS.includes(hostname) && port === '';
}
