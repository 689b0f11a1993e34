import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestDevices } from '../../../test/harness/devices.ts';
import type { Grant, GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import { checkAccess } from './check-access.ts';

let devices: TestDevices;
beforeEach(async () => {
	devices = await TestDevices.open();
	await devices.add('pump', 'Pump house');
});
afterEach(() => devices.close());

const access = (...grants: Grant[]): GuestAccess => ({ grants, until: null, weekly: null });
const relay = (device: string, relay: number): Grant => ({ kind: 'relay', device, relay, may: 'switch' });

describe('access of a guest', () => {
	it('may name devices and relays that exist, and any room', () => {
		const room: Grant = { kind: 'room', room: 'Room of the future', may: 'see' };
		const device: Grant = { kind: 'device', device: 'pump', may: 'see' };
		expect(checkAccess(devices, access(room, device, relay('pump', 2)))).toMatchObject({ ok: true });
	});

	it('is refused in the field that names what does not exist', () => {
		expect(checkAccess(devices, access(relay('pump', 1), relay('gone', 1)))).toMatchObject({
			error: { kind: 'no-such-device', field: 'access.grants.1.device' },
		});
		expect(checkAccess(devices, access(relay('pump', 3)))).toMatchObject({
			error: { kind: 'no-such-relay', field: 'access.grants.0.relay', params: { device: 'Pump house', relay: 3 } },
		});
	});
});
