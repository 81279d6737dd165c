/** Slack's documented numbers, and where nothing is documented, what is known to be refused. Lengths in UTF-16 units. */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  viewBytes: 250_000,
  sectionText: 3000,
  fields: 10,
  fieldText: 2000,
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  id: 255,
  options: 100,
  optionText: 75,
  optionValue: 75,
  smallOptions: 10,
  overflowOptions: 5,
  placeholder: 150,
  label: 2000,
  inputText: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  altText: 2000,
  modalTitle: 24,
  privateMetadata: 3000,
  viewStack: 3,
  markdownText: 12_000,
  tableRows: 100,
  tableColumns: 20,
  /** Of all cells together. */
  tableText: 10_000,
  chartTitle: 50,
  chartLabel: 20,
  chartSeries: 6,
  chartPoints: 20,
  charts: 2,
  postText: 40_000,
  updateText: 4000,
  /** Not documented: messages whose blocks hold more text than about this are refused (`msg_blocks_too_long`). */
  messageBlocksText: 13_200,
  metadataBytes: 16_000,
  openUsers: 8,
  page: 1000,
  /** A listing without a `limit` fails above this many items. */
  unlimitedPage: 500,
} as const;

export const TIMES = {
  triggerMs: 3000,
  responseUrlMs: 30 * 60_000,
  responseUrlUses: 5,
  ackMs: 3000,
  tokenLifeS: 43_200,
  codeMs: 10 * 60_000,
  /** An unacknowledged event comes again at once, after one and after five minutes. */
  redeliveryMs: [0, 60_000, 300_000],
} as const;

/** A token bucket: `burst` calls at once, refilled at `perMinute`. */
export interface Rate {
  perMinute: number;
  burst: number;
}

function tier(perMinute: number): Rate {
  return { perMinute, burst: perMinute };
}

/** By method, for one app in one workspace. The two keys that are not methods are explained where they are used. */
export const RATES: Record<string, Rate> = {
  'chat.postMessage': { perMinute: 300, burst: 300 },
  'chat.postMessage in a channel': { perMinute: 60, burst: 4 },
  'chat.update': tier(50),
  'chat.delete': tier(50),
  'chat.postEphemeral': tier(100),
  'conversations.open': tier(50),
  'conversations.history': tier(50),
  'conversations.info': tier(50),
  'conversations.join': tier(50),
  'conversations.list': tier(20),
  'conversations.members': tier(100),
  'users.conversations': tier(50),
  'users.info': tier(100),
  'users.list': tier(20),
  'users.profile.get': tier(100),
  'users.profile.set': tier(50),
  'usergroups.list': tier(20),
  'usergroups.users.list': tier(20),
  'views.open': tier(100),
  'views.push': tier(100),
  'views.update': tier(100),
  'views.publish': tier(100),
  'auth.test': tier(300),
  'auth.revoke': tier(50),
  'auth.teams.list': tier(20),
  'team.info': tier(50),
  'oauth.v2.access': tier(100),
  'apps.connections.open': tier(20),
};
