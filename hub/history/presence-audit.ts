import type { AuditEntry } from '../../protocol/dashboard/history.ts';
import { BootReason } from '../../protocol/device_pb.ts';
import type { Devices } from '../devices/devices.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import type { Audit } from './audit.ts';
import { RateLimitedAudit } from './rate-limited-audit.ts';

/** Presence entries per hour and device: a board with bad Wi-Fi comes and goes all day. */
const MAX_PRESENCE_AN_HOUR = 12;

/**
 * Records changes of presence and boots. A change says how long the device was in the state before. The first one
 * after a start of the hub does not, because nobody knows how the device was while the hub did not run.
 */
export function listenToPresence(audit: Audit, { events }: Devices): () => void {
	const { clock } = audit.options;
	const limited = new RateLimitedAudit(audit, MAX_PRESENCE_AN_HOUR);
	/** when the present state began, monotonic ms */
	const since = new WeakMap<LiveDevice, number>();

	const offs = [
		events.on('PresenceMoved', ({ device }) => {
			const before = since.get(device);
			const now = clock.mono();
			since.set(device, now);
			const details: AuditEntry['details'] = before === undefined ? {} : { forMs: Math.round(now - before) };
			limited.record(device.record.id, { what: device.presence, device, details });
		}),
		events.on('BoardBooted', ({ device, reason }) => {
			const details = { reason: BootReason[reason]?.toLowerCase() ?? 'unspecified' };
			limited.record(device.record.id, { what: 'booted', device, details });
		}),
	];
	return () => offs.forEach((off) => off());
}
