import { type Timer, every } from '../../base/clock.ts';
import type { Logger } from 'pino';
import type { Accounts } from '../accounts.ts';
import { Invitation } from '../entities.ts';

/** How often expired ones are looked for. They cannot be accepted and are not listed from the moment they expire. */
export const SWEEP_MS = 60_000;

/** Deletes expired invitations for as long as the hub runs. */
export function expireInvitations(accounts: Accounts, log: Logger): Timer {
	return every(
		accounts.clock,
		SWEEP_MS,
		() =>
			void sweep(accounts).catch((error: unknown) =>
				log.error({ err: error }, 'invitations: expired ones could not be deleted; retrying in a minute'),
			),
	);
}

/** Reads before it writes, so that the disk is left alone when nothing has expired. */
async function sweep({ orm, clock, events }: Accounts): Promise<void> {
	const em = orm.em.fork();
	const expired = { expiresAt: { $lte: clock.now() } };
	if ((await em.count(Invitation, expired)) === 0) return;
	await em.nativeDelete(Invitation, expired);
	events.emit('PeopleChanged', {});
}
