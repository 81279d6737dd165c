import { teams } from './0001-teams';
import { campaigns } from './0002-campaigns';
import { answers } from './0003-answers';
import { polls } from './0004-polls';
import { tasks } from './0005-tasks';
import { memories } from './0006-memories';
import { joined } from './0007-joined';
import { replicas } from './0008-replicas';
import { looks } from './0009-looks';
import { waiting } from './0010-waiting';
import { contacts } from './0011-contacts';
import { publications } from './0012-publications';
import { trust } from './0013-trust';
import { visibility } from './0014-visibility';
import { agreements } from './0015-agreements';
import { sharing } from './0016-sharing';
import { late } from './0017-late';
import { trail } from './0018-trail';
import { calendars } from './0019-calendars';
import { books } from './0020-books';
import { shown } from './0021-shown';
import { openTasks } from './0022-open-tasks';
import { terms } from './0023-terms';
import { handles } from './0024-handles';
import { bookVersions } from './0025-book-versions';
import { structures } from './0026-structures';
import { safety } from './0027-safety';
import { effects } from './0028-effects';
import { surveys } from './0029-surveys';
import { earlierPosts } from './0030-earlier-posts';
import { contactSince } from './0031-contact-since';
import { earlier } from './0032-earlier';
import { rollUps } from './0033-roll-ups';
import { statuses } from './0034-statuses';
import { privatePolls } from './0035-private-polls';
import { remindNow } from './0036-remind-now';
import { webAccess } from './0037-web-access';
import { follows } from './0038-follows';
import { apiTokens } from './0039-api-tokens';
import { feeds } from './0040-feeds';
import type { Migration } from './migration';

/** All migrations in order, numbered from 1 without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  teams,
  campaigns,
  answers,
  polls,
  tasks,
  memories,
  joined,
  replicas,
  looks,
  waiting,
  contacts,
  publications,
  trust,
  visibility,
  agreements,
  sharing,
  late,
  trail,
  calendars,
  books,
  shown,
  openTasks,
  terms,
  handles,
  bookVersions,
  structures,
  safety,
  effects,
  surveys,
  earlierPosts,
  contactSince,
  earlier,
  rollUps,
  statuses,
  privatePolls,
  remindNow,
  webAccess,
  follows,
  apiTokens,
  feeds,
];
