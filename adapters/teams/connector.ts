import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  TeamsConnectorClient,
} from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { AuthEndpoints, TeamsSettings } from './types';

/** Who signs the tokens of activities that come from Teams. */
const CHANNEL_ISSUER = 'https://api.botframework.com';

/** Microsoft's own adapter without its Express part, which writes to the console and answers with its faults. */
export class VerifyingAdapter extends CloudAdapter {
  readonly #verified: boolean;

  constructor(authentication: BotFrameworkAuthentication, { verified }: { verified: boolean }) {
    super(authentication);
    this.#verified = verified;
  }

  /**
   * Verifies the activity's token, then runs `logic`; resolves with the answer to an invoke. Throws what the SDK throws
   * for a token: see `isRefusedToken`. The SDK takes tokens of its emulator and of other bots as well, which name no
   * service and speak for anybody: only Teams' own are passed to it.
   */
  async receive(header: string, activity: object, logic: (context: TurnContext) => Promise<void>) {
    if (this.#verified && issuerOf(header) !== CHANNEL_ISSUER)
      throw new AuthenticationError('the token is not one of a channel', StatusCodes.UNAUTHORIZED);
    return this.processActivity(header, activity as Parameters<CloudAdapter['processActivity']>[1], logic);
  }
}

/** The SDK's clients of a service, made once for each address. */
export interface Clients {
  connector(serviceUrl: string): Promise<ConnectorClient>;
  teams(serviceUrl: string): Promise<TeamsConnectorClient>;
}

export interface Microsoft {
  adapter: VerifyingAdapter;
  clients: Clients;
}

/** `endpoints` stand in for Microsoft's in tests. */
export function connectMicrosoft(config: TeamsSettings, endpoints: AuthEndpoints | undefined): Microsoft {
  const authentication = endpoints
    ? new ConfigurationBotFrameworkAuthentication({ ...endpoints.settings }, endpoints.credentials)
    : new ConfigurationBotFrameworkAuthentication(settingsOf(config));
  return {
    adapter: new VerifyingAdapter(authentication, { verified: config.credentials !== null }),
    clients: new ServiceClients(authentication, config.credentials?.appId ?? ''),
  };
}

/** The issuer that a token claims; its signature is verified later. Null for what is not a token. */
function issuerOf(header: string): unknown {
  try {
    const claims: unknown = JSON.parse(Buffer.from(header.split('.')[1] ?? '', 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'iss') : null;
  } catch {
    return null;
  }
}

/** Names of the errors that the SDK passes on from the library that reads tokens. */
const TOKEN_FAULTS = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'];

/** Whether a token is missing, expired or not for this bot; false when Microsoft's keys could not be fetched. */
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

/** Microsoft serves a few addresses, one for each region. */
const MOST_CLIENTS = 100;

/** Each client holds its connections and its token, so there is one for each service. */
class ServiceClients implements Clients {
  readonly #authentication: BotFrameworkAuthentication;
  readonly #identity: ClaimsIdentity;
  readonly #connectors = new LRUCache<string, Promise<ConnectorClient>>({ max: MOST_CLIENTS });

  constructor(authentication: BotFrameworkAuthentication, appId: string) {
    const claims = [AuthenticationConstants.AudienceClaim, AuthenticationConstants.AppIdClaim];
    this.#authentication = authentication;
    this.#identity = new ClaimsIdentity(claims.map((type) => ({ type, value: appId })));
  }

  connector(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#connectors.get(serviceUrl);
    if (known) return known;
    const made = this.#create(serviceUrl);
    this.#connectors.set(serviceUrl, made);
    made.catch(() => this.#connectors.delete(serviceUrl));
    return made;
  }

  async teams(serviceUrl: string): Promise<TeamsConnectorClient> {
    const { credentials } = await this.connector(serviceUrl);
    return withoutRetries(new TeamsConnectorClient(credentials, { baseUri: serviceUrl }));
  }

  async #create(serviceUrl: string): Promise<ConnectorClient> {
    const factory = this.#authentication.createConnectorFactory(this.#identity);
    return withoutRetries(await factory.create(serviceUrl, ''));
  }
}

/** The part of the SDK's pipeline that is used here. */
interface Pipeline {
  getOrderedPolicies(): { name: string }[];
  removePolicy(named: { name: string }): unknown;
}

/**
 * Makes the client try once. The SDK retries what was throttled, what failed with 5xx and what broke off after sending,
 * so people would get messages twice. The ledger repeats instead.
 */
function withoutRetries<Client extends object>(client: Client): Client {
  const pipeline = pipelineOf(client);
  for (const { name } of pipeline.getOrderedPolicies()) {
    if (/retry/i.test(name)) pipeline.removePolicy({ name });
  }
  return client;
}

/** A private part of the SDK: a version that keeps it elsewhere must stop the bot, or retries would come back. */
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
