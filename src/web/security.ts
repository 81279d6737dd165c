import helmet from 'helmet';

const YEAR_S = 31_536_000;

/**
 * The headers of every answer to a browser: no foreign scripts, no frames. A page that needs more sets its own policy.
 * `https`: browsers reach the bot by https only, and are told to keep to it. Other names of this host are left alone.
 */
export const securityHeaders = ({ https }: { https: boolean }) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: https && { maxAge: YEAR_S, includeSubDomains: false },
  });
