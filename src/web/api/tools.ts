import { z } from 'zod';
import { OPERATIONS, type Operation } from './operations';
import { problem, Refused } from './problems';
import type { ApiRequest } from './request';
import * as schemas from './schemas';

/** What an assistant may call: an operation of the API in the words of a question. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  input: z.ZodObject;
  reads: boolean;
  run(request: ApiRequest, input: Record<string, unknown>): Promise<unknown>;
}

const day = schemas.day.optional().describe("A calendar date; left out: the team's today");
const cursor = z.string().max(500).optional().describe('`next` of the page before; left out: the first page');
const team = z.string().optional().describe('The id of a team, from `teams`; left out: the first own team');

/** The tools. `answer` alone writes. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'teams',
    title: 'Teams',
    description: 'The teams that the person may look into, with their ids',
    input: z.object({ cursor }),
    reads: true,
    run: (request, input) => call(request, 'listTeams', { query: { limit: 200, ...input } }),
  },
  {
    name: 'who_is_in',
    title: 'Who is in',
    description:
      'Who works how on a day in a team: counts, and names where the team shows them to the person',
    input: z.object({ team, day }),
    reads: true,
    run: async (request, input) => call(request, 'getTeamDay', { params: await teamDay(request, input) }),
  },
  {
    name: 'tally',
    title: 'Tallies',
    description:
      'The three tallies of polled days (telework, peak avoided, no office visit), never to be added up',
    input: z.object({ from: day, until: day, cursor }),
    reads: true,
    run: (request, input) => call(request, 'listDays', { query: { limit: 200, ...input } }),
  },
  {
    name: 'campaign_progress',
    title: 'Campaign progress',
    description: 'How the organisation stands in a campaign; for administrators',
    input: z.object({
      campaign: z.string().optional().describe('Its id; left out: the one that is on, else the last'),
    }),
    reads: true,
    run: async (request, { campaign }) =>
      call(request, 'getProgress', {
        params: { campaign: String(campaign ?? (await currentCampaign(request))) },
      }),
  },
  {
    name: 'my_week',
    title: 'My week',
    description: "The person's own answers of these days, and their usual week",
    input: z.object({ from: day, until: day }),
    reads: true,
    run: async (request, input) => ({
      days: await call(request, 'listOwnDays', { query: { limit: 200, ...input } }),
      usual: await call(request, 'getOwnWeek', {}),
    }),
  },
  {
    name: 'answer',
    title: 'Answer for a day',
    description: 'Records how the person themselves works on a day. Ask them first.',
    input: z.object({ day: schemas.day, ...schemas.NewAnswer.shape }),
    reads: false,
    run: (request, { day: asked, ...body }) =>
      call(request, 'putOwnDay', { params: { day: String(asked) }, body }),
  },
];

async function call(
  request: ApiRequest,
  id: string,
  { params = {}, query = {}, body = null }: Partial<Pick<ApiRequest, 'params' | 'query' | 'body'>>,
): Promise<unknown> {
  const operation = OPERATIONS.find((one) => one.id === id) as Operation;
  const { api, call: asked } = request;
  if (!asked.token.scopes.includes(operation.scope))
    throw new Refused(problem('scope-missing', { detail: `This takes the scope ${operation.scope}.` }));
  if (operation.who === 'administrators' && !(await api.administers(asked)))
    throw new Refused(problem('forbidden'));
  // One message may hold many calls.
  request.spend(operation.cost);
  return operation.run({ ...request, params, query, body });
}

async function teamDay({ api, call: asked }: ApiRequest, { team: id, day: on }: Record<string, unknown>) {
  const first = (await api.teams(asked))[0]?.team.id;
  const found = id ?? first;
  if (found === undefined) throw new Refused(problem('not-found'));
  return { team: String(found), day: String(on ?? asked.visit.today) };
}

async function currentCampaign({ api, call: asked }: ApiRequest): Promise<string> {
  const all = await api.campaigns(asked);
  return (all.find(({ state }) => state === 'running') ?? all.at(-1))?.id ?? '';
}
