import type { After } from '../../../src/ports/clock';
import type { Inbox } from '../../../src/ports/inbox';
import type { Log } from '../../../src/ports/log';
import type { Renderer } from '../render';
import type { Answering } from './answering';
import type { WindowContexts } from './context';
import type { Replies } from './replies';
import type { Windows } from './windows';

/** What requests are answered with. */
export interface InteractionParts {
  inbox: Inbox;
  answering: Answering;
  replies: Replies;
  windows: Windows;
  contexts: WindowContexts;
  render: Renderer;
  after: After;
  log: Log;
}
