import { answer, clear } from '../answers/answer-days';
import { showDays, showHelp, showPanel, showTally, showWho } from '../answers/look';
import {
  addCampaignDay,
  endCampaignNow,
  listCampaigns,
  newCampaign,
  removeCampaignDay,
  showFigures,
  startPreset,
} from '../campaigns/administer';
import { resend, showDeliveries } from '../delivery/show-deliveries';
import { askToForget, setLanguage, setReminders, week } from '../people/preferences';
import { startDrill, startPoll } from '../polls/short-notice';
import { bind, unbind } from '../teams/bind';
import { setup } from '../teams/setup';
import type { Command } from './command';
import type { RequestContext, RequestResult } from './context';

/** Does what a person asked for in words: the one door behind slash commands, mentions and menus. */
export async function runCommand(context: RequestContext, command: Command): Promise<RequestResult> {
  switch (command.name) {
    case 'help':
      return showHelp(context);
    case 'me':
      return showPanel(context);
    case 'answer':
      return answer(context, command, 'command');
    case 'clear':
      return clear(context, command.days);
    case 'week':
      return week(context, command.change);
    case 'who':
      return showWho(context, command.day, { group: command.group, from: 0 });
    case 'tally':
      return showTally(context, command.of);
    case 'days':
      return showDays(context);
    case 'setup':
      return setup(context, command.changes);
    case 'campaign-list':
      return listCampaigns(context);
    case 'campaign-use':
      return startPreset(context, command.preset);
    case 'campaign-new':
      return newCampaign(context, command);
    case 'campaign-add-day':
      return addCampaignDay(context, command);
    case 'campaign-remove-day':
      return removeCampaignDay(context, command);
    case 'campaign-end':
      return endCampaignNow(context, command.campaign);
    case 'campaign-figures':
      return showFigures(context, command.campaign);
    case 'poll-now':
      return startPoll(context);
    case 'drill':
      return startDrill(context, command.reason);
    case 'bind':
      return bind(context, command.code);
    case 'unbind':
      return unbind(context);
    case 'deliveries':
      return showDeliveries(context, command.day);
    case 'resend':
      return resend(context, command.day, 'failed');
    case 'remind':
      return setReminders(context, command.on);
    case 'language':
      return setLanguage(context, command.language);
    case 'forget-me':
      return askToForget();
  }
}
