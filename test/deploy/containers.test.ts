import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as dotenv } from 'dotenv';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config';
import { VARIABLES } from '../../src/config/variables';

/* Compose and Kubernetes: what they name exists, and the numbers fit each other and the code. */

const SERVICE = z.looseObject({
  image: z.string(),
  restart: z.literal('unless-stopped'),
  environment: z.record(z.string(), z.string()).default({}),
  env_file: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
});
const COMPOSE = z.object({
  services: z.record(z.string(), SERVICE),
  volumes: z.record(z.string(), z.null()),
});
const compose = COMPOSE.parse(parse(readFileSync('compose.yaml', 'utf8'), { merge: true }));
const bots = Object.entries(compose.services).filter(([name]) => name.startsWith('bot-'));

const resources = parseAllDocuments(readFileSync('deploy/kubernetes.yaml', 'utf8')).map((document) => {
  expect(document.errors).toEqual([]);
  return document.toJS();
});
const resource = (kind: string) => resources.find((each) => each.kind === kind);

/** Next to the draining: ten seconds for requests, then the running tick and the last edits. */
const STOP_SECONDS = 50;

describe('compose.yaml', () => {
  test('has two replicas of the bot on one database', () => {
    expect(bots).toHaveLength(2);
    for (const [, bot] of bots) expect(Object.keys(bot.depends_on)).toEqual(['database']);
  });

  test('waits for services that exist and have a health to wait for', () => {
    const health = (name: string) =>
      'healthcheck' in (compose.services[name] ?? {}) ||
      (name.startsWith('bot-') && readFileSync('Dockerfile', 'utf8').includes('HEALTHCHECK'));
    for (const { depends_on } of Object.values(compose.services)) {
      for (const name of Object.keys(depends_on)) expect([name, health(name)]).toEqual([name, true]);
    }
  });

  test('mounts what is there: named volumes, and files of the repository', () => {
    for (const { volumes } of Object.values(compose.services)) {
      for (const [source = ''] of volumes.map((volume) => volume.split(':'))) {
        const known = source.startsWith('./') ? existsSync(source) : source in compose.volumes;
        expect([source, known]).toEqual([source, true]);
      }
    }
  });

  test('reads secrets from files that have an example and are not committed', () => {
    const files = Object.values(compose.services).flatMap(({ env_file }) => env_file);
    const ignored = readFileSync('.gitignore', 'utf8');
    for (const file of new Set(files)) {
      expect(existsSync(`${file}.example`)).toBe(true);
      expect(ignored).toContain(file === '.env' ? '.env' : 'deploy/*.env');
    }
  });

  test('gives the bot settings that it knows and takes', () => {
    for (const [, { environment }] of bots) {
      for (const name of Object.keys(environment)) expect(Object.keys(VARIABLES.shape)).toContain(name);
      expect(readConfig(environment)).not.toHaveProperty('faults');
    }
  });

  test('opens ports of the load balancer only, which knows each replica', () => {
    const open = Object.entries(compose.services).filter(([, { ports }]) => ports.length > 0);
    expect(open.map(([name]) => name)).toEqual(['balancer']);
    const caddy = readFileSync('deploy/Caddyfile', 'utf8');
    for (const [name, { environment }] of bots) expect(caddy).toContain(`${name}:${environment.PORT}`);
    expect(caddy).toContain('health_uri /readyz?exclude=database\n');
    expect(caddy).not.toContain('/metrics {');
  });

  test('keeps asking a replica beside one that died, and any while none is ready', () => {
    const caddy = readFileSync('deploy/Caddyfile', 'utf8');
    // Many versions of Caddy blame the second replica for a request that the first one could not take.
    expect(caddy).not.toContain('fail_duration');
    // The dead one has the fewest connections.
    expect(caddy).not.toContain('least_conn');
    const [, fallback = ''] = caddy.split('handle_errors {');
    expect(fallback).toContain('{http.error.status_code} == 503');
    for (const [name, { environment }] of bots) expect(fallback).toContain(`${name}:${environment.PORT}`);
    expect(fallback).not.toContain('health_uri');
  });

  test('calls a replica healthy once it is ready', () => {
    for (const [, { environment, healthcheck }] of bots) {
      expect(healthcheck?.test.slice(0, 3)).toEqual(['CMD', 'node', '-e']);
      expect(healthcheck?.test[3]).toContain(`http://127.0.0.1:${environment.PORT}/readyz`);
    }
  });

  test('leaves the bot the time to stop', () => {
    for (const [, bot] of bots) {
      const drain = Number(bot.environment.DRAIN_SECONDS);
      expect(Number.parseInt(String(bot.stop_grace_period), 10)).toBeGreaterThanOrEqual(drain + STOP_SECONDS);
    }
  });

  test('runs every container without rights and without a file system to write', () => {
    for (const service of Object.values(compose.services)) {
      const { security_opt } = service;
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(security_opt).toEqual(['no-new-privileges:true']);
    }
  });

  test('names every image of others by its exact version', () => {
    const foreign = Object.values(compose.services).filter((service) => !('build' in service));
    expect(foreign.map(({ image }) => image)).toEqual([
      expect.stringMatching(/^postgres:\d+\.\d+-alpine$/),
      expect.stringMatching(/^caddy:\d+\.\d+\.\d+-alpine$/),
    ]);
  });

  test('logs the bot in as a role that owns its database and has no other right', () => {
    const role = readFileSync('deploy/create-bot-role.sh', 'utf8');
    expect(role).toContain('create role telework login nosuperuser nocreatedb nocreaterole');
    expect(compose.services.database?.volumes).toContainEqual(expect.stringContaining('create-bot-role.sh:'));
    for (const [, { env_file }] of bots) expect(env_file).not.toContain('deploy/postgres.env');
  });

  test('has no password in its examples; a script makes them, once', () => {
    for (const file of ['postgres', 'bot']) {
      expect(readFileSync(`deploy/${file}.env.example`, 'utf8')).not.toMatch(/PASSWORD=.|:[^/@\s]+@/);
    }
    const folder = mkdtempSync(join(tmpdir(), 'telework-deploy-'));
    const script = join(folder, 'make-passwords.sh');
    copyFileSync('deploy/make-passwords.sh', script);
    const make = () => spawnSync('sh', [script]).status;
    expect([make(), make()]).toEqual([0, 1]);
    const read = (file: string) => dotenv(readFileSync(join(folder, file)));
    const [database, bot] = [read('postgres.env'), read('bot.env')];
    expect(database.POSTGRES_PASSWORD).toMatch(/^[0-9a-f]{48}$/);
    expect(database.POSTGRES_PASSWORD).not.toBe(database.BOT_PASSWORD);
    expect(bot.DATABASE_URL).toBe(`postgres://telework:${database.BOT_PASSWORD}@database:5432/telework`);
    expect(readConfig(bot)).not.toHaveProperty('faults');
    expect(statSync(join(folder, 'bot.env')).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
  });

  test('limits at the load balancer what the bot limits', () => {
    const caddy = readFileSync('deploy/Caddyfile', 'utf8');
    for (const line of [
      'max_size 256KiB',
      'read_header 15s',
      'read_body 15s',
      'Strict-Transport-Security max-age=',
    ]) {
      expect(caddy).toContain(line);
    }
  });
});

describe('deploy/kubernetes.yaml', () => {
  const { spec } = resource('Deployment');
  const pod = spec.template.spec;
  const [bot] = pod.containers;

  test('has everything that is needed', () => {
    const kinds = resources.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['Deployment', 'Ingress', 'NetworkPolicy', 'PodDisruptionBudget', 'Service']);
    expect(spec.replicas).toBeGreaterThanOrEqual(2);
  });

  test('selects the pods it makes', () => {
    const { labels } = spec.template.metadata;
    expect(spec.selector.matchLabels).toEqual(labels);
    expect(resource('Service').spec.selector).toEqual(labels);
    expect(resource('PodDisruptionBudget').spec.selector.matchLabels).toEqual(labels);
    expect(pod.topologySpreadConstraints[0].labelSelector.matchLabels).toEqual(labels);
  });

  test('asks for health where the bot answers', () => {
    const path = (probe: string) => bot[probe].httpGet.path;
    expect([path('startupProbe'), path('livenessProbe'), path('readinessProbe')]).toEqual([
      '/healthz',
      '/healthz',
      '/readyz?exclude=database',
    ]);
    const port = bot.ports.find(({ name }: { name: string }) => name === bot.readinessProbe.httpGet.port);
    expect(port.containerPort).toBe(3000);
    expect(resource('Service').spec.ports[0].targetPort).toBe(port.name);
  });

  test('leaves the bot the time to stop, and the probe the time to say so', () => {
    const drain = Number(bot.env.find(({ name }: { name: string }) => name === 'DRAIN_SECONDS').value);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(drain + STOP_SECONDS);
    const { periodSeconds, failureThreshold } = bot.readinessProbe;
    expect(drain).toBeGreaterThanOrEqual(periodSeconds * failureThreshold);
  });

  test('runs as the user of the image, without rights and without a file system to write', () => {
    const [, uid, gid] = /^USER (\d+):(\d+)$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
    const { runAsNonRoot, runAsUser, runAsGroup, fsGroup } = pod.securityContext;
    expect([runAsNonRoot, runAsUser, runAsGroup, fsGroup]).toEqual([
      true,
      Number(uid),
      Number(gid),
      Number(gid),
    ]);
    expect(bot.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    const [mount] = bot.volumeMounts;
    expect(mount.mountPath).toBe('/data');
    expect(pod.volumes.map(({ name }: { name: string }) => name)).toEqual([mount.name]);
  });

  test('lets in the ingress controller and Prometheus alone, and the bot out to names, platforms and the database', () => {
    const policy = resource('NetworkPolicy').spec;
    expect(policy.podSelector.matchLabels).toEqual(spec.template.metadata.labels);
    expect(policy.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(policy.ingress).toHaveLength(1);
    const ports = policy.egress.flatMap(({ ports }: { ports: { port: number }[] }) =>
      ports.map(({ port }) => port),
    );
    expect(ports).toEqual([53, 53, 443, 5432]);
  });

  test('limits the size and the time of a request', () => {
    expect(resource('Ingress').metadata.annotations).toMatchObject({
      'nginx.ingress.kubernetes.io/proxy-body-size': '256k',
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '15',
    });
  });

  test('keeps metrics inside', () => {
    const [rule] = resource('Ingress').spec.rules;
    const paths = rule.http.paths.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(['/slack', '/api/messages', '/', '/healthz']);
  });

  test('replaces one replica at a time', () => {
    expect(spec.strategy.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
    expect(resource('PodDisruptionBudget').spec.maxUnavailable).toBeLessThan(spec.replicas);
  });
});
