import { createHash } from 'node:crypto';
import type { InvitationView } from '../../../protocol/dashboard/people/people.ts';
import type { Invitation } from '../entities.ts';
import { readAccess } from '../reach.ts';

/** An invitation may be accepted this long. */
export const INVITATION_MS = 24 * 3_600_000;

/** What the database keeps of a secret: its SHA-256, hex. It has 256 random bits, so a fast hash is enough. */
export function secretHashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** `by` is the name of whoever made it. */
export function invitationView(invitation: Invitation, by: string): InvitationView {
	const { id, role, access, name, createdAt, expiresAt } = invitation;
	return { id, role, access: readAccess(role, access), name, createdAt, expiresAt, by };
}
