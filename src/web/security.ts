import helmet from 'helmet';

/** The headers of every answer to a browser: no foreign scripts, no frames. A page that needs more sets its own policy. */
export const setSecurityHeaders = helmet({
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
  // Whether every name under this host is served by https is known to the proxy only.
  strictTransportSecurity: false,
});
