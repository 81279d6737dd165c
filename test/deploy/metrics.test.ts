import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMeters, GAUGE_NAMES } from '../../src/web/metrics';

/* What operators look at and are called for exists, and all that exists is explained. */

const DOCS = readFileSync('docs/operations.md', 'utf8');
const DASHBOARD = readFileSync('deploy/grafana-dashboard.json', 'utf8');
const ALERTS = readFileSync('deploy/alerts.yaml', 'utf8');

const PANELS = z.object({
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      targets: z.array(z.object({ refId: z.string(), expr: z.string() })).default([]),
    }),
  ),
});
const RULES = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          for: z.string().optional(),
          labels: z.object({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.object({ summary: z.string() }),
        }),
      ),
    }),
  ),
});

const panels = PANELS.parse(JSON.parse(DASHBOARD)).panels;
const rules = RULES.parse(parse(ALERTS)).groups.flatMap((group) => group.rules);
const names = registered();

function registered(): Set<string> {
  const meters = createMeters({ now: () => 0, after: () => () => {} });
  for (const gauge of GAUGE_NAMES) meters.watch(gauge, () => 0);
  return new Set(meters.names());
}

/** The metrics an expression or a text names, without what histograms append. */
function named(text: string): string[] {
  const found = text.match(/\b(telework|nodejs|process)_[a-z0-9_]+/g) ?? [];
  return found.map((name) => (names.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '')));
}

function unknown(text: string): string[] {
  return named(text).filter((name) => !names.has(name));
}

test.each(panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr])))(
  'the panel "%s" shows metrics that exist: %s',
  (_title, expr) => {
    expect(unknown(expr)).toEqual([]);
    expect(named(expr)).not.toEqual([]);
  },
);

test('each panel has a number and each query a letter of its own', () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  for (const { targets } of panels) {
    expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
  }
});

test.each(rules.map((rule) => [rule.alert, rule.expr]))(
  'the alert %s asks for what exists',
  (alert, expr) => {
    expect(unknown(expr)).toEqual([]);
    expect(balanced(expr)).toBe(true);
    expect(DOCS).toContain(`\`${alert}\``);
  },
);

test('the dashboard draws every metric of the bot', () => {
  const drawn = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => named(expr))));
  expect([...names].filter((name) => name.startsWith('telework_') && !drawn.has(name))).toEqual([]);
});

test('the operator is called when no replica has been connected to Slack for five minutes', () => {
  expect(rules.find(({ expr }) => named(expr).includes('telework_slack_connected'))).toMatchObject({
    expr: 'max(telework_slack_connected{job="telework-days-bot"}) == 0',
    for: '5m',
    labels: { severity: 'page' },
  });
});

test('operations.md names no metric and no alert that does not exist', () => {
  expect(unknown(DOCS)).toEqual([]);
  const alerts = DOCS.match(/`Telework[A-Z]\w+`/g) ?? [];
  expect(new Set(alerts)).toEqual(new Set(rules.map(({ alert }) => `\`${alert}\``)));
});

test.each([...names].filter((name) => name.startsWith('telework_')))('%s is explained', (name) => {
  expect(DOCS).toMatch(new RegExp(`^\\| \`${name}\``, 'm'));
});

test.each([...names].filter((name) => name.startsWith('telework_')))('%s has a name by the rules', (name) => {
  expect(name).toMatch(/^telework_[a-z]+(_[a-z]+)*$/);
  expect(name).not.toMatch(/_(ms|millis|milliseconds|minutes|kb|mb)\b/);
});

function balanced(expr: string): boolean {
  const count = (character: string) => expr.split(character).length;
  return count('(') === count(')') && count('{') === count('}') && count('"') % 2 === 1;
}
