import { connect, type Socket } from 'node:net';

/*
 * Connections that send as much as they can and prove nothing; each that is closed opens another one. Prints `open` once
 * all have sent something; ends with its input.
 */

const [port = '', count = '', kind = ''] = process.argv.slice(2);

const PART = 'A'.repeat(32 * 1_024);
const now = () => Math.floor(Date.now() / 1_000);
const FORGED = () => [`x-slack-request-timestamp: ${now()}`, `x-slack-signature: v0=${'a'.repeat(64)}`];
const CHUNKED = 'transfer-encoding: chunked';
const BEARER = `authorization: Bearer ${[
  { alg: 'RS256', kid: 'k' },
  { iss: 'https://api.botframework.com', aud: 'app', serviceurl: 'https://smba.trafficmanager.net/' },
  {},
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.')}`;

interface Flood {
  path: string;
  headers: () => string[];
  part: string;
}

/** What each kind of flood sends: its headers, then its part without end. */
const FLOODS: Record<string, Flood> = {
  /** Headers that seem to be Slack's, and a body that does not end. */
  forged: {
    path: '/slack/events',
    headers: () => [...FORGED(), CHUNKED],
    part: `${PART.length.toString(16)}\r\n${PART}\r\n`,
  },
  /** As much as is allowed but for one byte, which never comes. */
  held: { path: '/slack/events', headers: () => [...FORGED(), `content-length: ${256 * 1_024}`], part: '' },
  unsigned: { path: '/slack/events', headers: () => [`content-length: ${1e12}`], part: PART },
  teams: {
    path: '/api/messages',
    headers: () => [BEARER, CHUNKED],
    part: `${PART.length.toString(16)}\r\n${PART}\r\n`,
  },
  nowhere: { path: '/nowhere', headers: () => [`content-length: ${1e12}`], part: PART },
};

const flood = FLOODS[kind] ?? FLOODS.forged;
let begun = 0;
let ending = false;
const sockets = new Set<Socket>();

function open({ path, headers, part }: Flood): void {
  if (ending) return;
  const socket = connect(Number(port), '127.0.0.1');
  sockets.add(socket);
  const pump = () => {
    while (part !== '' && socket.writable && socket.write(part));
  };
  socket.on('error', () => undefined);
  socket.on('data', () => undefined);
  socket.on('drain', pump);
  socket.once('close', () => {
    sockets.delete(socket);
    setImmediate(() => open({ path, headers, part }));
  });
  socket.once('connect', () => {
    socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\n${headers().join('\r\n')}\r\n\r\n`);
    if (part === '') socket.write('A'.repeat(256 * 1_024 - 1));
    pump();
    begun += 1;
    if (begun === Number(count)) process.stdout.write('open\n');
  });
}

if (flood) for (let each = 0; each < Number(count); each += 1) open(flood);
process.stdin.resume().once('end', () => {
  ending = true;
  for (const socket of sockets) socket.destroy();
  process.exit(0);
});
