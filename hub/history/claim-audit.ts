import type { Claims, ClaimFacts } from '../claims/claims.ts';
import type { Audit, Happening } from './audit.ts';
import { RateLimitedAudit } from './rate-limited-audit.ts';

/** Conflicts recorded per hour and registration key: a board that nobody decides about comes again and again. */
const MAX_CONFLICTS_AN_HOUR = 12;

/** The entry for each way in which a board is claimed. */
const CLAIMED = {
	new: 'claimed',
	regenerated: 'claimed',
	upgraded: 'upgraded',
	replaced: 'replaced',
} as const satisfies Record<ClaimFacts['Claimed']['how'], Happening['what']>;

/** Records the facts of the claims, until the returned function is called. */
export function listenToClaims(audit: Audit, { events }: Claims): () => void {
	const conflicts = new RateLimitedAudit(audit, MAX_CONFLICTS_AN_HOUR);
	const offs = [
		events.on('PendingMade', ({ name, by }) => audit.record({ what: 'pending-made', deviceName: name, by })),
		events.on('PendingRenewed', ({ name, by }) => audit.record({ what: 'pending-renewed', deviceName: name, by })),
		events.on('PendingDeleted', ({ name, by }) => audit.record({ what: 'pending-deleted', deviceName: name, by })),
		events.on('PendingExpired', ({ name }) => audit.record({ what: 'pending-expired', deviceName: name })),
		// Limited by key and not by MAC: whoever has the key can send any number of MACs.
		events.on('ConflictRaised', ({ id, name, reason, mac, address }) =>
			conflicts.record(id.split('.')[0]!, { what: 'conflict', deviceName: name, details: { reason, mac, address } }),
		),
		events.on('ConflictRejected', ({ name, mac, by }) =>
			audit.record({ what: 'rejected', deviceName: name, by, details: { mac } }),
		),
		events.on('Claimed', ({ device, how, by, macBefore }) =>
			audit.record({
				what: CLAIMED[how],
				device,
				by,
				details: {
					how,
					mac: device.record.mac,
					...(macBefore !== null && macBefore !== device.record.mac ? { macBefore } : {}),
				},
			}),
		),
		events.on('FirmwareMade', ({ device, kind, by }) =>
			audit.record({
				what: kind === 'regenerate' ? 'regenerated' : 'pending-made',
				device,
				by,
				details: { firmwareFor: kind },
			}),
		),
	];
	return () => offs.forEach((off) => off());
}
