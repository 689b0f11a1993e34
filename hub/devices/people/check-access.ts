import { type Fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import type { GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Devices } from '../devices.ts';

/**
 * Whether every device and relay that a guest is given exists: a grant goes with its device. A room is any text, since
 * devices may move into it later.
 */
export function checkAccess(devices: Devices, { grants }: GuestAccess): Result<void, Fault> {
	for (const [index, grant] of grants.entries()) {
		if (grant.kind === 'room') continue;
		const field = `access.grants.${index}`;
		const device = devices.byId.get(grant.device);
		if (!device) return fieldFault(`${field}.device`, 'no-such-device');
		if (grant.kind === 'relay' && !device.relay(grant.relay))
			return fieldFault(`${field}.relay`, 'no-such-relay', { device: device.record.name, relay: grant.relay });
	}
	return ok();
}
