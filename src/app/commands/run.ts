import type { Said, Scene } from '../scene';
import { startDrill, startPoll } from './ad-hoc';
import { answer, clear } from './answer';
import { bind, unbind } from './bind';
import {
  addCampaignDay,
  endCampaignNow,
  listCampaigns,
  newCampaign,
  removeCampaignDay,
  showFigures,
  startPreset,
} from './campaign';
import type { Command } from './command';
import { resend, showDeliveries } from './deliveries';
import { showDays, showHelp, showPanel, showTally, showWho } from './look';
import { askToForget, setLanguage, setReminders, week } from './self';
import { setup } from './setup';

/** Does what a person asked for in words: the one door behind slash commands, mentions and menus. */
export async function runCommand(scene: Scene, command: Command): Promise<Said> {
  switch (command.name) {
    case 'help':
      return showHelp(scene);
    case 'me':
      return showPanel(scene);
    case 'answer':
      return answer(scene, command, 'command');
    case 'clear':
      return clear(scene, command.days);
    case 'week':
      return week(scene, command.change);
    case 'who':
      return showWho(scene, command.day, { group: command.group, from: 0 });
    case 'tally':
      return showTally(scene, command.of);
    case 'days':
      return showDays(scene);
    case 'setup':
      return setup(scene, command.changes);
    case 'campaign-list':
      return listCampaigns(scene);
    case 'campaign-use':
      return startPreset(scene, command.preset);
    case 'campaign-new':
      return newCampaign(scene, command);
    case 'campaign-add-day':
      return addCampaignDay(scene, command);
    case 'campaign-remove-day':
      return removeCampaignDay(scene, command);
    case 'campaign-end':
      return endCampaignNow(scene, command.campaign);
    case 'campaign-figures':
      return showFigures(scene, command.campaign);
    case 'poll-now':
      return startPoll(scene);
    case 'drill':
      return startDrill(scene, command.reason);
    case 'bind':
      return bind(scene, command.code);
    case 'unbind':
      return unbind(scene);
    case 'deliveries':
      return showDeliveries(scene, command.day);
    case 'resend':
      return resend(scene, command.day, 'failed');
    case 'remind':
      return setReminders(scene, command.on);
    case 'language':
      return setLanguage(scene, command.language);
    case 'forget-me':
      return askToForget();
  }
}
