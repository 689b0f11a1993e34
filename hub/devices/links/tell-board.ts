import type { Fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Devices } from '../devices.ts';
import { findConnected } from '../find-device.ts';

/** How long a board blinks, so that a person finds it among others. */
const IDENTIFY_MS = 10_000;

export function identifyBoard(devices: Devices, id: string): Result<void, Fault> {
	const found = findConnected(devices, id);
	if (!found.ok) return found;
	found.value.link!.send({ case: 'identify', value: { $typeName: 'mooring.v2.Identify', forMs: IDENTIFY_MS } });
	return ok();
}

/** The board says goodbye and restarts; its relays come back as they were. */
export function rebootBoard(devices: Devices, id: string): Result<void, Fault> {
	const found = findConnected(devices, id);
	if (!found.ok) return found;
	found.value.link!.send({ case: 'reboot', value: { $typeName: 'mooring.v2.Reboot' } });
	return ok();
}
