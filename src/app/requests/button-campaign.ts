import type { IntentOf } from '../intent';
import { encoded } from './button-text';

/** Ends the button that starts a ready-made campaign; without it the campaign is shown first. */
export const CAMPAIGN_START = 'start';

type CampaignButton = IntentOf<
  'campaign-use' | 'campaign-restore' | 'campaign-undo' | 'campaign-edit-form' | 'campaign-show'
>;

/** The fields of a button of a campaign. */
export function campaignFields(button: CampaignButton): string[] {
  if (button.kind === 'campaign-use') return startOf(button);
  return [...encoded(button.campaign), ...('mark' in button ? [button.mark] : [])];
}

function startOf({ preset, preview }: IntentOf<'campaign-use'>): string[] {
  return preview ? [preset] : [preset, CAMPAIGN_START];
}
