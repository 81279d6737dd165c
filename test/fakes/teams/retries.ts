import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/** The part of an Azure pipeline that is used here. */
interface Pipeline {
  getOrderedPolicies(): { name: string }[];
  removePolicy(named: { name: string }): unknown;
}

/**
 * Removes the SDK's hidden retries from a connector client, and returns the names of the removed policies. They repeat
 * calls that were throttled, failed with 5xx or broke off after sending, so messages would arrive twice. Each client has
 * its own pipeline; the option `noRetryPolicy` has no effect.
 */
export function removeRetries(connectorClient: object): string[] {
  const pipeline = pipelineOf(connectorClient);
  const names = pipeline.getOrderedPolicies().map((policy) => policy.name);
  const retries = names.filter((name) => /retry/i.test(name));
  for (const name of retries) pipeline.removePolicy({ name });
  return retries;
}

/** A private part of the SDK, so its shape is checked. */
function pipelineOf(connectorClient: object): Pipeline {
  const client: unknown = Reflect.get(connectorClient, 'client');
  const pipeline: unknown =
    typeof client === 'object' && client !== null ? Reflect.get(client, 'pipeline') : null;
  if (!isPipeline(pipeline)) throw new Error('botframework-connector keeps its pipeline elsewhere now');
  return pipeline;
}

function isPipeline(value: unknown): value is Pipeline {
  return (
    typeof value === 'object' && value !== null && 'getOrderedPolicies' in value && 'removePolicy' in value
  );
}

/** The authentication with connector clients that try once, in turns and in proactive messages. */
export function withoutRetries(inner: BotFrameworkAuthentication): BotFrameworkAuthentication {
  return new TryingOnce(inner);
}

class TryingOnce extends BotFrameworkAuthentication {
  constructor(private readonly inner: BotFrameworkAuthentication) {
    super();
  }

  async authenticateRequest(
    activity: Parameters<BotFrameworkAuthentication['authenticateRequest']>[0],
    header: string,
  ): Promise<AuthenticateRequestResult> {
    const result = await this.inner.authenticateRequest(activity, header);
    const { connectorFactory } = result;
    return connectorFactory === undefined
      ? result
      : { ...result, connectorFactory: new FactoryOnce(connectorFactory) };
  }

  authenticateStreamingRequest(header: string, channelId: string): Promise<AuthenticateRequestResult> {
    return this.inner.authenticateStreamingRequest(header, channelId);
  }

  createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new FactoryOnce(this.inner.createConnectorFactory(identity));
  }

  createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.inner.createUserTokenClient(identity);
  }
}

class FactoryOnce extends ConnectorFactory {
  constructor(private readonly inner: ConnectorFactory) {
    super();
  }

  async create(serviceUrl: string, audience?: string): ReturnType<ConnectorFactory['create']> {
    const client = await this.inner.create(serviceUrl, audience);
    removeRetries(client);
    return client;
  }
}
