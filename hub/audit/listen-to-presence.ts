import { BootReason } from '../../protocol/device_pb.ts';
import type { AuditEntry } from '../../protocol/dashboard.ts';
import type { Devices } from '../devices/devices.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { HourlyBudget } from '../devices/presence-history-budget.ts';
import type { Audit } from './audit.ts';

/** Entries of presence an hour for each device. A board with bad Wi-Fi comes and goes all day and must bury nothing. */
export const MAX_PRESENCE_AN_HOUR = 12;

/** How a device was before, and how many changes of it were not told. */
interface Before {
	/** monotonic ms */
	since: number;
	untold: number;
}

/** Every change of presence and every boot becomes an entry, up to MAX_PRESENCE_AN_HOUR; the next one counts the rest. */
export function listenToPresence(audit: Audit, devices: Devices): () => void {
	const { clock } = audit.options;
	const budget = new HourlyBudget(clock, MAX_PRESENCE_AN_HOUR);
	const befores = new WeakMap<LiveDevice, Before>();
	for (const device of devices.byId.values())
		befores.set(device, { since: clock.mono() - Math.max(0, clock.now() - device.presenceSince), untold: 0 });

	function tell(device: LiveDevice, what: 'online' | 'away' | 'offline' | 'booted', more: AuditEntry['details']): void {
		const before = befores.get(device) ?? { since: clock.mono(), untold: 0 };
		befores.set(device, before);
		if (!budget.take(device.record.id)) return void before.untold++;
		const { untold } = before;
		before.untold = 0;
		audit.record({ what, device, details: { ...more, ...(untold > 0 ? { untold } : {}) } });
	}

	const offs = [
		devices.events.on('PresenceMoved', ({ device }) => {
			const now = clock.mono();
			const before = befores.get(device);
			tell(device, device.presence, before ? { forMs: Math.round(now - before.since) } : {});
			befores.get(device)!.since = now;
		}),
		devices.events.on('BoardBooted', ({ device, reason }) =>
			tell(device, 'booted', { reason: BootReason[reason]?.toLowerCase() ?? 'unspecified' }),
		),
	];
	return () => offs.forEach((off) => off());
}
