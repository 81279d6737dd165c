import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/** What matters of an Azure pipeline. */
interface Pipeline {
  getOrderedPolicies(): { name: string }[];
  removePolicy(named: { name: string }): unknown;
}

/**
 * Takes the SDK's hidden retries out of a connector client, and returns the names of what went. They repeat
 * what Teams throttled, what failed with 5xx and what broke off after sending: messages would come twice.
 * Each client has a pipeline of its own; `noRetryPolicy` among the options changes nothing.
 */
export function removeRetries(connectorClient: object): string[] {
  const pipeline = pipelineOf(connectorClient);
  const names = pipeline.getOrderedPolicies().map((policy) => policy.name);
  const retries = names.filter((name) => /retry/i.test(name));
  for (const name of retries) pipeline.removePolicy({ name });
  return retries;
}

/** A private part of the SDK: look, do not trust. */
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

/** The same authentication, whose connector clients try once: in turns and in proactive messages. */
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
