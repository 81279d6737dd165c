import { aCard, cardMessage, type Stage } from './fixture';
import type { Json } from './json';

/** One activity of each kind that Teams sends, by the name of its example. */
export async function everyKind(stage: Stage): Promise<Record<string, Json>> {
  const { fake, client } = stage;
  const kinds: Record<string, Json> = {};
  const ana = fake.world.person('Ana Arai', { locale: 'ja-JP' });
  const ben = fake.world.person('Ben Baba');
  const team = fake.world.team('Sales', { members: [ana] });
  const chat = fake.world.groupChat('Offsite', { members: [ana, ben] });
  stage.onTurn(async (context) => {
    if (context.activity.text?.includes('poll') !== true) return;
    const refresh = { action: { type: 'Action.Execute', verb: 'show' }, userIds: [ana.id] };
    await context.sendActivity(cardMessage(aCard('the poll', { refresh })));
  });

  kinds['message-channel'] = (await client.say(ana, team.general, 'poll now')).activity;
  const poll = fake.last(team.general);
  kinds['message-thread'] = (await client.say(ana, team.general, 'home', { thread: poll })).activity;
  kinds['message-group-chat'] = (await client.say(ana, chat, 'home')).activity;
  kinds['message-personal'] = (await client.say(ana, ana.chat, 'home')).activity;
  kinds['message-submit'] = (await client.submit(ana, poll, 'Home')).activity;
  kinds['invoke-execute'] = (await client.press(ana, poll, 'Home')).activity;
  kinds['invoke-refresh'] = (await client.refresh(ana, poll))?.activity ?? {};
  kinds['invoke-task-fetch'] = (await client.invoke(ana, ana.chat, 'task/fetch', { data: {} })).activity;
  kinds['message-reaction'] = (await client.react(ana, poll, 'like')).activity;
  const places = { team: team.general, 'group-chat': chat, personal: ana.chat };
  for (const [name, place] of Object.entries(places)) {
    const [removed, uninstalled] = await client.uninstall(ana, place);
    const [added, installed] = await client.install(ana, place);
    Object.assign(kinds, {
      [`bot-removed-${name}`]: removed?.activity,
      [`uninstalled-${name}`]: uninstalled?.activity,
      [`bot-added-${name}`]: added?.activity,
      [`installed-${name}`]: installed?.activity,
    });
  }
  kinds['members-added-team'] = (await client.join(ana, team.general, [ben])).activity;
  kinds['members-removed-team'] = (await client.leave(ana, team.general, [ben])).activity;
  kinds['members-added-group-chat'] = (await client.join(ana, chat, [fake.world.person('Cleo')])).activity;
  kinds['team-renamed'] = (await client.renameTeam(ana, team, 'Sales East')).activity;
  const created = await client.createChannel(ana, team, 'Tokyo');
  kinds['channel-created'] = created.activity;
  kinds['channel-renamed'] = (await client.renameChannel(ana, created.channel, 'Osaka')).activity;
  kinds['channel-deleted'] = (await client.deleteChannel(ana, created.channel)).activity;
  kinds['team-deleted'] = (await client.deleteTeam(ana, team)).activity;
  return kinds;
}
