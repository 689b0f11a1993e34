import { type Fault, type Result, fault, ok } from '../base/result.ts';
import type { BoardHello } from '../link/board-message.ts';
import { CLOSE } from '../link/faults.ts';
import type { BoardLink } from './board-link.ts';
import { boardRuns } from './config-applied.ts';
import type { Devices, LiveKey } from './devices.ts';
import type { LiveDevice } from './live-device.ts';
import { macOf } from './mac.ts';
import { heard } from './presence.ts';
import { proveKey } from './prove-key.ts';
import { pushConfig } from './push-config.ts';
import { offerNextKey } from './rotate-token.ts';

export type ConnectFault = Fault<'clone' | 'revoked'>;

/**
 * A board has proved that it holds `key`: it gets its device's link. Refused where it is a copy: another MAC, or a
 * second live link that is not a newer boot of the same board.
 */
export function connectBoard(
	devices: Devices,
	keyId: string,
	key: LiveKey,
	hello: BoardHello,
	link: BoardLink,
): Result<LiveDevice, ConnectFault> {
	const { device } = key;
	// It may have died while the board shook hands.
	if (devices.keys.get(keyId) !== key) return fault('revoked', 'The token of this device is not good any more.');
	const mac = macOf(hello.mac);
	if (mac !== device.record.mac) {
		devices.events.emit('CloneTried', { device, mac, address: link.address, how: 'other-mac' });
		return fault('clone', `This token belongs to the board with MAC ${device.record.mac}.`);
	}
	if (device.link) {
		const newer = hello.bootId === device.bootId || hello.bootCount > device.bootCount;
		if (!newer) {
			devices.events.emit('CloneTried', { device, mac, address: link.address, how: 'second-link' });
			return fault('clone', 'Another board with the same token is connected.');
		}
		const older = device.link;
		device.link = null;
		older.close(CLOSE.REPLACED, 'A newer link of the same board took over.');
	}
	device.link = link;
	device.bootId = hello.bootId;
	device.bootCount = hello.bootCount;
	device.address = link.address;
	device.firmware = hello.firmware;
	device.chip = hello.chip || null;
	device.ssid = hello.ssid || null;
	device.sentRevision = null;
	takeVitals(device, hello.rssi, hello.freeHeap, hello.uptimeMs);
	device.paceMs = device.nextPaceMs = devices.paceMs;
	device.detector.forgetLast();
	link.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: device.paceMs } });
	heard(devices, device);
	if (device.toldBootId !== hello.bootId) {
		device.toldBootId = hello.bootId;
		devices.events.emit('BoardBooted', { device, reason: hello.bootReason });
	}
	if (key.proven) offerNextKey(devices, device);
	void catchUp(devices, device, keyId, key, hello.configRevision ?? 0);
	return ok(device);
}

export function takeVitals(
	device: LiveDevice,
	rssi: number | null,
	freeHeap: number | null,
	uptimeMs: number | null,
): void {
	device.rssi = rssi;
	device.freeHeap = freeHeap;
	device.uptimeMs = uptimeMs;
}

/** What takes a write: the first use of the key, and what the board is to run. */
async function catchUp(
	devices: Devices,
	device: LiveDevice,
	keyId: string,
	key: LiveKey,
	revision: number,
): Promise<void> {
	const { log } = devices.options;
	if (!key.proven) await proveKey(devices, keyId, key);
	try {
		await devices.turns.run(device.record.id, () => boardRuns(devices, device, revision));
	} catch (error) {
		log.error({ err: error, device: device.record.id }, 'what a board runs could not be written');
	}
	pushConfig(devices, device);
}
