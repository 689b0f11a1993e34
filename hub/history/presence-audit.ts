import type { AuditEntry } from '../../protocol/dashboard/history.ts';
import { BootReason } from '../../protocol/device_pb.ts';
import type { Devices } from '../devices/devices.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import type { Audit } from './audit.ts';
import { RateLimitedAudit } from './rate-limited-audit.ts';

/** Entries of presence an hour for each device: a board with bad Wi-Fi comes and goes all day. */
const MAX_PRESENCE_AN_HOUR = 12;

/**
 * Changes of presence and boots become entries; a change says how long the device was in the state before. The first one
 * after a start of the hub does not: when a board was heard last is stored only now and then, and nobody watched since.
 */
export function listenToPresence(audit: Audit, { events }: Devices): () => void {
	const { clock } = audit.options;
	const sparing = new RateLimitedAudit(audit, MAX_PRESENCE_AN_HOUR);
	/** monotonic ms */
	const since = new WeakMap<LiveDevice, number>();

	const offs = [
		events.on('PresenceMoved', ({ device }) => {
			const before = since.get(device);
			const now = clock.mono();
			since.set(device, now);
			const details: AuditEntry['details'] = before === undefined ? {} : { forMs: Math.round(now - before) };
			sparing.record(device.record.id, { what: device.presence, device, details });
		}),
		events.on('BoardBooted', ({ device, reason }) => {
			const details = { reason: BootReason[reason]?.toLowerCase() ?? 'unspecified' };
			sparing.record(device.record.id, { what: 'booted', device, details });
		}),
	];
	return () => offs.forEach((off) => off());
}
