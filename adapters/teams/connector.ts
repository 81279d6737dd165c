import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  TeamsConnectorClient,
} from 'botframework-connector';
import type { AuthEndpoints, TeamsSettings } from './types';

/** Microsoft's own adapter, without its Express part: that writes to the console, and answers with its faults. */
export class Doorman extends CloudAdapter {
  /** Verifies the activity's token, then runs `logic`; resolves with the answer to an invoke. */
  receive(header: string, activity: object, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(header, activity as Parameters<CloudAdapter['processActivity']>[1], logic);
  }
}

export interface Clients {
  connector(serviceUrl: string): Promise<ConnectorClient>;
  teams(serviceUrl: string): Promise<TeamsConnectorClient>;
}

export interface Microsoft {
  doorman: Doorman;
  clients: Clients;
}

export function connectMicrosoft(config: TeamsSettings, endpoints: AuthEndpoints | undefined): Microsoft {
  const authentication = endpoints
    ? new ConfigurationBotFrameworkAuthentication({ ...endpoints.settings }, endpoints.credentials)
    : new ConfigurationBotFrameworkAuthentication(settingsOf(config));
  return {
    doorman: new Doorman(authentication),
    clients: makeClients(authentication, config.credentials?.appId ?? ''),
  };
}

/** What the SDK lets through of the library that reads tokens. */
const TOKEN_FAULTS = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'];

/** A token that is missing, expired, or not for this bot; not that Microsoft's keys could not be had. */
export function isRefusedToken(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode < 500;
  return error instanceof Error && TOKEN_FAULTS.includes(error.name);
}

function settingsOf({ credentials }: TeamsSettings): Record<string, string> {
  if (!credentials) return {};
  const { type, appId, password, tenantId } = credentials;
  return {
    MicrosoftAppType: type,
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password ?? '',
    MicrosoftAppTenantId: tenantId ?? '',
  };
}

/** One client a service: each holds its connections and its token. */
function makeClients(authentication: BotFrameworkAuthentication, appId: string): Clients {
  const claims = [AuthenticationConstants.AudienceClaim, AuthenticationConstants.AppIdClaim];
  const identity = new ClaimsIdentity(claims.map((type) => ({ type, value: appId })));
  const known = new Map<string, Promise<ConnectorClient>>();

  async function create(serviceUrl: string): Promise<ConnectorClient> {
    const client = await authentication.createConnectorFactory(identity).create(serviceUrl, '');
    return withoutRetries(client);
  }

  function connector(serviceUrl: string): Promise<ConnectorClient> {
    const client = known.get(serviceUrl) ?? create(serviceUrl);
    known.set(serviceUrl, client);
    client.catch(() => known.delete(serviceUrl));
    return client;
  }

  return {
    connector,
    async teams(serviceUrl) {
      const { credentials } = await connector(serviceUrl);
      return withoutRetries(new TeamsConnectorClient(credentials, { baseUri: serviceUrl }));
    },
  };
}

/** What matters of the SDK's pipeline. */
interface Pipeline {
  getOrderedPolicies(): { name: string }[];
  removePolicy(named: { name: string }): unknown;
}

/**
 * The client, trying once. The SDK hides retries in it which repeat what was throttled, what failed with 5xx and
 * what broke off after sending: people would get messages twice. Repeating belongs to the ledger.
 */
export function withoutRetries<Client extends object>(client: Client): Client {
  const pipeline = pipelineOf(client);
  for (const { name } of pipeline.getOrderedPolicies()) {
    if (/retry/i.test(name)) pipeline.removePolicy({ name });
  }
  return client;
}

/** A private part of the SDK: a version that keeps it elsewhere must be noticed, not obeyed. */
function pipelineOf(client: object): Pipeline {
  const inner: unknown = Reflect.get(client, 'client') ?? client;
  const pipeline: unknown =
    typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'pipeline') : null;
  if (isPipeline(pipeline)) return pipeline;
  throw new Error(
    'botframework-connector keeps its pipeline elsewhere: pin the version this was written for',
  );
}

function isPipeline(value: unknown): value is Pipeline {
  return (
    typeof value === 'object' && value !== null && 'getOrderedPolicies' in value && 'removePolicy' in value
  );
}
