import { Router } from 'express';
import type { Locale } from '../domain/people/person';
import type { Finding } from '../ports/check';
import type { Translate } from '../ports/translate';
import { guardRoutes, type OpenAccess, signIn } from './guard';
import { escaped, localeOf, plainPage, sendPage } from './plain-page';

type State = 'set' | 'missing' | 'wrong';

/** What is set up, and what is not: never a value of a setting. */
export interface SetupView {
  platforms: {
    platform: 'slack' | 'teams';
    settings: { name: string; state: State; cure: string | null }[];
  }[];
  /** What is not as it should be, as far as this machine can tell by itself. */
  findings: (Finding & { name: string })[];
}

type SetupText =
  | 'site.languages'
  | 'site.setup-title'
  | 'site.setup-what'
  | 'site.setup-setting'
  | 'site.setup-state'
  | 'site.setup-set'
  | 'site.setup-missing'
  | 'site.setup-wrong'
  | 'site.setup-slack'
  | 'site.setup-teams'
  | 'site.setup-ready'
  | 'site.setup-open-slack'
  | 'site.setup-open-teams'
  | 'site.setup-doctor'
  | 'site.setup-fine'
  | 'site.setup-network';

interface SetupPageParts {
  translate: Translate<SetupText>;
  defaultLocale: Locale;
  /** Who may read the page: this machine, or the bearer of the token. */
  access: OpenAccess;
  look(): Promise<SetupView>;
}

const NAMES = { slack: 'Slack', teams: 'Microsoft Teams' } as const;
/** Where the settings of each platform come from. */
const SOURCES = { slack: 'https://api.slack.com/apps', teams: 'https://portal.azure.com' } as const;
const NAMED = { command: 'npm run doctor', file: '.env' };

/** `GET /setup`: what is missing until the bot can serve Slack and Teams, for the people who run it. */
export function setupPage({ translate, defaultLocale, access, look }: SetupPageParts): Router {
  const routes = Router();
  routes.get('/setup', signIn(access), guardRoutes(access), (request, response, next) => {
    const locale = localeOf(request) ?? defaultLocale;
    look()
      .then((view) => sendPage(response, locale, pageOf(view, locale, translate), 'no-store'))
      .catch(next);
  });
  return routes;
}

type Say = (key: SetupText) => string;

function pageOf(view: SetupView, locale: Locale, translate: Translate<SetupText>): string {
  const say: Say = (key) => escaped(translate(locale, key, NAMED));
  const body = [
    `<p>${say('site.setup-what')}</p>`,
    ...view.platforms.map((platform) => platformSection(platform, say)),
    findingsSection(view.findings, say),
  ].join('\n');
  const title = translate(locale, 'site.setup-title');
  return plainPage({ locale, title, languages: translate(locale, 'site.languages'), body });
}

function platformSection({ platform, settings }: SetupView['platforms'][number], say: Say): string {
  const isReady = settings.every(({ state }) => state === 'set');
  const next = isReady
    ? `<p>${say('site.setup-ready')}</p>`
    : `<p>${say(`site.setup-${platform}`)} <a href="${SOURCES[platform]}" rel="noreferrer">${say(`site.setup-open-${platform}`)}</a></p>`;
  return `<section>
<h2>${NAMES[platform]}</h2>
<table>
<thead><tr><th scope="col">${say('site.setup-setting')}</th><th scope="col">${say('site.setup-state')}</th></tr></thead>
<tbody>
${settings.map((setting) => settingRow(setting, say)).join('\n')}
</tbody>
</table>
${next}
</section>`;
}

function settingRow(
  { name, state, cure }: SetupView['platforms'][number]['settings'][number],
  say: Say,
): string {
  const help = cure === null ? '' : `<br><span lang="en">${escaped(cure)}</span>`;
  return `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${say(`site.setup-${state}`)}${help}</td></tr>`;
}

/** The check speaks English, as in the terminal. */
function findingsSection(findings: SetupView['findings'], say: Say): string {
  const rows = findings.map(({ name, text, cure }) => {
    const advice = cure === undefined ? '' : `<br>→ ${escaped(cure)}`;
    return `<li>${escaped(`${name}: ${text}`)}${advice}</li>`;
  });
  const found =
    rows.length === 0 ? `<p>${say('site.setup-fine')}</p>` : `<ul lang="en">\n${rows.join('\n')}\n</ul>`;
  return `<section>
<h2>${say('site.setup-doctor')}</h2>
${found}
<p>${say('site.setup-network')}</p>
</section>`;
}
