import { ConfidentialClientApplication } from '@azure/msal-node';
import {
  MsalServiceClientCredentialsFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Registration } from './identity';
import type { Addresses } from './server';

/* Settings and credentials with which a real bot trusts this side instead of Microsoft's. */

/** The settings of `ConfigurationBotFrameworkAuthentication`. If one address is given, the SDK needs all of them. */
export interface BotSettings {
  MicrosoftAppType: 'SingleTenant' | 'MultiTenant';
  MicrosoftAppId: string;
  MicrosoftAppPassword: string;
  MicrosoftAppTenantId: string;
  ToChannelFromBotLoginUrl: string;
  ToChannelFromBotOAuthScope: string;
  ToBotFromChannelTokenIssuer: string;
  ToBotFromChannelOpenIdMetadataUrl: string;
  ToBotFromEmulatorOpenIdMetadataUrl: string;
  OAuthUrl: string;
  CallerId: string;
  ValidateAuthority: boolean;
}

export function botSettings(registration: Registration, addresses: Addresses): BotSettings {
  const metadata = `${addresses.identity}/v1/.well-known/openidconfiguration`;
  return {
    MicrosoftAppType: registration.tenant === 'botframework.com' ? 'MultiTenant' : 'SingleTenant',
    MicrosoftAppId: registration.appId,
    MicrosoftAppPassword: registration.password,
    MicrosoftAppTenantId: registration.tenant,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${registration.tenant}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    OAuthUrl: `${addresses.url}/oauth`,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  };
}

/**
 * Credentials of the real MSAL. It refuses an `http:` authority, so the authority is Microsoft's own. Its metadata is
 * given here with the fake's token endpoint, so that nothing is fetched from the network.
 */
export function botCredentials(
  registration: Pick<Registration, 'appId' | 'password' | 'tenant'>,
  addresses: Pick<Addresses, 'login'>,
): ServiceClientCredentialsFactory {
  const { appId, password, tenant } = registration;
  const authority = `https://login.microsoftonline.com/${tenant}`;
  const metadata = {
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${addresses.login}/${tenant}/oauth2/v2.0/token`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
  };
  const auth = {
    clientId: appId,
    clientSecret: password,
    authority,
    authorityMetadata: JSON.stringify(metadata),
  };
  return new MsalServiceClientCredentialsFactory(appId, new ConfidentialClientApplication({ auth }));
}
