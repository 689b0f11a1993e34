import type { Hello } from '../../protocol/device_pb.ts';
import { type Fault, type Result, fault, ok } from '../base/result.ts';
import { CLOSE } from '../link/faults.ts';
import type { BoardLink } from './board-link.ts';
import type { Devices, LiveKey } from './devices.ts';
import { DeviceKey } from './entities.ts';
import type { LiveDevice } from './live-device.ts';
import { macOf } from './mac.ts';
import { heard } from './presence.ts';

export type ConnectFault = Fault<'clone'>;

/**
 * A board has proved that it holds `key`: it gets its device's link. Refused where it is a copy: another MAC, or a
 * second live link that is not a newer boot of the same board.
 */
export function connectBoard(
	devices: Devices,
	keyId: string,
	key: LiveKey,
	hello: Hello,
	link: BoardLink,
): Result<LiveDevice, ConnectFault> {
	const { device } = key;
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
	device.ssid = hello.ssid || null;
	takeVitals(device, hello.rssi, hello.freeHeap, Number(hello.uptimeMs));
	device.paceMs = device.nextPaceMs = devices.paceMs;
	device.detector.forgetLast();
	if (!key.proven) prove(devices, keyId, key);
	link.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: device.paceMs } });
	heard(devices, device);
	return ok(device);
}

export function takeVitals(device: LiveDevice, rssi: number, freeHeap: number, uptimeMs: number): void {
	device.rssi = rssi === 0 ? null : rssi;
	device.freeHeap = freeHeap || null;
	device.uptimeMs = uptimeMs;
}

/** The first use of a key ends what came before it: the registration key it was got with is good no more. */
function prove(devices: Devices, keyId: string, key: LiveKey): void {
	key.proven = true;
	const { orm, clock, log } = devices.options;
	orm.em
		.fork()
		.nativeUpdate(DeviceKey, { keyId }, { provenAt: clock.now() })
		.catch((error: unknown) => {
			key.proven = false; // told at the next connection
			log.error({ err: error, device: key.device.record.id }, 'the first use of a token could not be written');
		});
}
