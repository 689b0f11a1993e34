import { CLOSE } from '../../link/faults.ts';
import type { Said } from './allowance.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';

/**
 * Whether a board may send one more message of this kind. The excess is dropped, counted and reported once; a board
 * that goes on loses its link.
 */
export function isAllowed(devices: Devices, device: LiveDevice, kind: Said): boolean {
	const { clock, log } = devices.options;
	const verdict = device.allowance.take(kind, clock);
	if (verdict === 'taken') return true;
	const { dropped } = device.allowance;
	if (verdict === 'first') {
		log.warn({ device: device.record.id, kind }, 'a board sends more than it may; the excess is dropped');
		devices.events.emit('BoardFlooded', { device, kind, closed: false });
	}
	if (verdict === 'stop' && device.link) {
		log.warn({ device: device.record.id, kind, dropped }, 'a board keeps sending more than it may; its link is closed');
		devices.events.emit('BoardFlooded', { device, kind, closed: true });
		device.link.close(CLOSE.TOO_MUCH, 'The board sends too much.');
	}
	return false;
}
