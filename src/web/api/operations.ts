import type { z } from 'zod';
import type { Scope } from '../../ports/store/api-tokens';
import * as reads from './reads';
import type { ApiRequest } from './request';
import * as schemas from './schemas';
import * as writes from './writes';

/** What programs may ask at one address, and what it takes. */
export interface Operation {
  method: 'get' | 'put' | 'post' | 'delete';
  /** After `/api/v1`, with its parameters in braces. */
  path: string;
  /** A name for programs that are made from the document. */
  id: string;
  summary: string;
  scope: Scope;
  /** `administrators`: of the organisation; others are refused. */
  who: 'everybody' | 'administrators';
  /** Units of the token's rate. */
  cost: number;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  reply: z.ZodType;
  /** Also in these formats, by `Accept`. */
  formats?: readonly string[];
  run(request: ApiRequest): Promise<unknown>;
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const everybody = { who: 'everybody', scope: 'read' } as const;
const administrators = { who: 'administrators', scope: 'read' } as const;
const SpanPage = schemas.SpanQuery.extend(schemas.PageQuery.shape);

/** Every address of the API: there is no other. */
export const OPERATIONS: readonly Operation[] = [
  {
    ...{ method: 'get', path: '/me', id: 'getMe', summary: 'Whose token it is, and what it may be used for' },
    ...everybody,
    ...{ cost: 1, reply: schemas.Me, run: reads.me },
  },
  {
    ...{ method: 'get', path: '/me/days', id: 'listOwnDays', summary: 'Own answers, by day' },
    ...everybody,
    ...{ cost: 2, query: SpanPage, reply: schemas.pageOf(schemas.OwnDay), run: reads.ownDays },
  },
  {
    ...{ method: 'put', path: '/me/days/{day}', id: 'putOwnDay', summary: 'Answer for a day' },
    ...{ who: 'everybody', scope: 'me:write', cost: 5 },
    ...{ params: schemas.DayPath, body: schemas.NewAnswer, reply: schemas.Done, run: writes.putOwnDay },
  },
  {
    ...{ method: 'delete', path: '/me/days/{day}', id: 'deleteOwnDay', summary: 'Take an answer back' },
    ...{ who: 'everybody', scope: 'me:write', cost: 5 },
    ...{ params: schemas.DayPath, reply: schemas.Done, run: writes.deleteOwnDay },
  },
  {
    ...{ method: 'get', path: '/me/week', id: 'getOwnWeek', summary: 'The own usual week' },
    ...everybody,
    ...{ cost: 1, reply: schemas.Week, run: reads.ownWeek },
  },
  {
    ...{ method: 'put', path: '/me/week', id: 'putOwnWeek', summary: 'Replace the own usual week' },
    ...{ who: 'everybody', scope: 'me:write', cost: 5 },
    ...{ body: schemas.Week, reply: schemas.Done, run: writes.putOwnWeek },
  },
  {
    ...{
      method: 'get',
      path: '/teams',
      id: 'listTeams',
      summary: 'Own teams; all of them for administrators',
    },
    ...everybody,
    ...{ cost: 2, query: schemas.PageQuery, reply: schemas.pageOf(schemas.Team), run: reads.teams },
  },
  {
    ...{ method: 'get', path: '/teams/{team}', id: 'getTeam', summary: 'One team' },
    ...everybody,
    ...{ cost: 2, params: schemas.TeamPath, reply: schemas.Team, run: reads.team },
  },
  {
    ...{ method: 'get', path: '/teams/{team}/polls', id: 'listPolls', summary: 'Polls of a team, by day' },
    ...everybody,
    ...{ cost: 3, params: schemas.TeamPath, query: SpanPage, reply: schemas.pageOf(schemas.Poll) },
    run: reads.polls,
  },
  {
    ...{
      method: 'get',
      path: '/teams/{team}/days/{day}',
      id: 'getTeamDay',
      summary: 'Who works how on a day',
    },
    ...everybody,
    ...{ cost: 5, params: schemas.TeamDayPath, reply: schemas.DayOfTeam, run: reads.teamDay },
  },
  {
    ...{
      method: 'get',
      path: '/days',
      id: 'listDays',
      summary: 'Polled days with their tallies, team by team',
    },
    ...everybody,
    ...{ cost: 10, query: SpanPage, reply: schemas.pageOf(schemas.TeamDay), formats: ['text/csv', EXCEL] },
    run: reads.days,
  },
  {
    ...{ method: 'get', path: '/campaigns', id: 'listCampaigns', summary: 'Campaigns with their days' },
    ...everybody,
    ...{ cost: 2, query: schemas.PageQuery, reply: schemas.pageOf(schemas.Campaign), run: reads.campaigns },
  },
  {
    ...{
      method: 'get',
      path: '/campaigns/{campaign}',
      id: 'getProgress',
      summary: 'How the organisation stands',
    },
    ...administrators,
    ...{ cost: 10, params: schemas.CampaignPath, reply: schemas.Progress, run: reads.progress },
  },
  {
    ...{ method: 'get', path: '/campaigns/{campaign}/report', id: 'getReport', summary: 'The final report' },
    ...administrators,
    ...{ cost: 20, params: schemas.CampaignPath, reply: schemas.Report, run: reads.report },
  },
  {
    ...{ method: 'put', path: '/departments', id: 'putDepartments', summary: 'Put teams into departments' },
    ...{ who: 'administrators', scope: 'org:write', cost: 20 },
    ...{ body: schemas.Departments, reply: schemas.Done, run: writes.putDepartments },
  },
  {
    ...{ method: 'post', path: '/activity', id: 'postActivity', summary: 'Import counts of another system' },
    ...{ who: 'administrators', scope: 'org:write', cost: 20 },
    ...{ body: schemas.Activity, reply: schemas.Done, run: writes.postActivity },
  },
];
