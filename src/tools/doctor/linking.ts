import type { Config } from '../../config';
import { platformOf } from '../../domain/people/addresses';
import type { Check, Finding } from '../../ports/check';

/** Checks that joined organisations are served, and that people can be linked. */
export function linkingChecks(config: Config): Check[] {
  const { pairs, linkBy } = config.joined;
  return [
    ...(pairs.length > 0 ? [{ name: 'Joined', run: async () => organisations(config) }] : []),
    ...(linkBy === null ? [] : [{ name: 'Linked people', run: async () => linked(config) }]),
  ];
}

function organisations({ joined, teams, slack }: Config): Finding {
  const orgs = joined.pairs.flatMap(({ into, org }) => [into, org]);
  const configured: Record<string, unknown> = { slack, teams };
  const missing = orgs.find((org) => !configured[platformOf(org)]);
  if (missing) {
    const cure = 'configure that platform, or take the pair out of JOINED_ORGANISATIONS';
    return { state: 'fail', text: `${missing} is named, but its platform is not configured`, cure };
  }
  const refused = orgs.find((org) => {
    const [platform, tenant = ''] = org.split(':');
    return platform === 'teams' && teams?.tenants && !teams.tenants.includes(tenant);
  });
  if (refused) {
    const cure = 'name the tenant in TEAMS_ALLOWED_TENANTS, or correct JOINED_ORGANISATIONS';
    return { state: 'fail', text: `${refused} is named, but that tenant is not served`, cure };
  }
  const shown = joined.pairs.map(({ into, org }) => `${org} is part of ${into}`);
  return { state: 'ok', text: shown.join('; ') };
}

function linked({ joined }: Config): Finding {
  if (joined.pairs.length > 0) return { state: 'ok', text: 'by their verified e-mail address' };
  const cure = 'name the organisations in JOINED_ORGANISATIONS, or unset LINK_PEOPLE';
  return { state: 'warn', text: 'no people: no organisations are joined', cure };
}
