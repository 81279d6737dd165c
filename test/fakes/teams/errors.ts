/** A refusal of the connector, with the status and code that Microsoft documents for it. */
export class ConnectorError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = 'ConnectorError';
  }

  /** The body of the connector's answer. */
  body(): object {
    return { error: { code: this.code, message: this.message } };
  }
}

export const refused = {
  unauthorized: () => new ConnectorError(401, 'Unauthorized', 'Authorization has been denied.'),
  badSyntax: (why: string) => new ConnectorError(400, 'BadSyntax', why),
  badArgument: (why: string) => new ConnectorError(400, 'BadArgument', why),
  noConversation: () => new ConnectorError(404, 'ConversationNotFound', 'Conversation not found.'),
  noActivity: () =>
    new ConnectorError(404, 'ActivityNotFoundInConversation', 'The activity is not in the conversation.'),
  noMember: () =>
    new ConnectorError(404, 'MemberNotFoundInConversation', 'The member is not in the conversation.'),
  notInRoster: () =>
    new ConnectorError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  notInstalled: () =>
    new ConnectorError(403, 'ForbiddenOperationException', 'The bot is not installed in the personal scope.'),
  notOwn: () => new ConnectorError(403, 'NotEnoughPermissions', 'The bot did not write this activity.'),
  tooBig: () => new ConnectorError(413, 'MessageSizeTooBig', 'Message size too large.'),
  throttled: (seconds: number) => new ConnectorError(429, 'Throttled', 'Too many requests.', seconds),
};
