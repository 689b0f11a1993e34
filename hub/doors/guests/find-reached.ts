import { type Fault, fault, faultOf } from '../../../protocol/dashboard/faults.ts';
import { may } from '../../accounts/roles.ts';
import { tokenMaySwitch } from '../../accounts/tokens/token-may.ts';
import type { Result } from '../../base/result.ts';
import type { Devices } from '../../devices/devices.ts';
import { findDevice } from '../../devices/find-device.ts';
import type { LiveDevice } from '../../devices/live-device.ts';
import type { Requester } from '../server/session/who-is.ts';
import { isShown } from './guest-views.ts';

/** A device that this person reaches as a whole. One that they do not reach is answered like one that does not exist. */
export function findReached(
	devices: Devices,
	id: string,
	{ reach }: Pick<Requester, 'reach'>,
): Result<LiveDevice, Fault> {
	const found = findDevice(devices, id);
	return found.ok && reach().device(found.value.record) === null ? fault('no-such-device') : found;
}

/**
 * Why this person, or the token by which they ask, may not switch this relay. Undefined: they may, or there is no such relay, which the operation says
 * with the same faults.
 */
export function refusalToSwitch(
	devices: Devices,
	{ user, reach, token }: Pick<Requester, 'user' | 'reach' | 'token'>,
	wish: { device: string; relay: number },
): Fault | undefined {
	if (token && !tokenMaySwitch(token, wish)) return faultOf('api-token-may-not');
	if (!may(user, 'devices.switch')) return faultOf('may-not-switch');
	const device = devices.byId.get(wish.device);
	if (!device) return undefined;
	const { record } = device;
	const now = reach();
	const allowed = now.relay(record, wish.relay);
	if (allowed === 'switch') return undefined;
	if (allowed === 'see' && device.relay(wish.relay)) return faultOf('may-not-switch');
	if (!isShown(device, now)) return faultOf('no-such-device');
	return faultOf('no-such-relay', { device: record.name, relay: wish.relay });
}
