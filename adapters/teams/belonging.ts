import { cleanName } from '../../src/domain/text';

/** What a member is to the organisation whose conversation it is. */
export type Belonging = 'person' | 'guest' | 'outsider';

/** What Teams tells of a member, in rosters. */
interface Row {
  tenantId?: string | null | undefined;
  userRole?: string | null | undefined;
  email?: string | null | undefined;
  userPrincipalName?: string | null | undefined;
}

/**
 * Decides by the tenant: people of another one, whom shared channels and federated chats let in, are outsiders. Guests
 * have an account in this tenant. `certain` is false where Teams does not tell the tenant. Without verified requests,
 * on one machine, tenants are made up and everybody belongs.
 */
export function belongingIn(
  tenant: string,
  { tenantId, userRole }: Row,
  verified: boolean,
): { kind: Belonging; certain: boolean } {
  if (userRole === 'anonymous') return { kind: 'outsider', certain: true };
  const elsewhere = Boolean(tenantId) && tenantId?.toLowerCase() !== tenant.toLowerCase();
  if (verified && elsewhere) return { kind: 'outsider', certain: true };
  return { kind: userRole === 'guest' ? 'guest' : 'person', certain: !verified || Boolean(tenantId) };
}

/** The local part of the member's sign-in name; that of a guest is made from the address at home, which reads better. */
export function handleOf({ email, userPrincipalName }: Row): string | null {
  const signIn = userPrincipalName?.includes('#EXT#') ? null : userPrincipalName;
  const [local = ''] = (signIn || email || '').split('@');
  return cleanName(local) || null;
}
