import { type Fault, type Result, fault, ok } from '../../base/result.ts';
import type { BoardHello } from '../../link/board-message.ts';
import { CLOSE } from '../../link/faults.ts';
import type { BoardLink } from './board-link.ts';
import { boardRuns } from '../config/config-applied.ts';
import type { Devices, LiveKey } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { macOf } from '../mac.ts';
import { heard } from '../presence/presence.ts';
import { newcomerLeft, probeLink } from './probe-link.ts';
import { proveKey } from '../tokens/prove-key.ts';
import { pushConfig } from '../config/push-config.ts';
import { isAllowed } from './is-allowed.ts';
import { offerNextKey } from '../tokens/rotate-token.ts';

export type ConnectFault = Fault<'clone' | 'revoked' | 'too-often'>;
export type Connected = Result<LiveDevice, ConnectFault>;

/**
 * A board has proved that it holds `key`: it gets its device's link. Refused where it is a copy: another MAC, or a
 * second live link. `decided` is called at once, unless another link must be probed first.
 */
export function connectBoard(
	devices: Devices,
	keyId: string,
	key: LiveKey,
	hello: BoardHello,
	link: BoardLink,
	decided: (connected: Connected) => void,
): void {
	const { device } = key;
	// The key may have been revoked during the handshake, or while the other link was probed.
	const isGood = () => devices.keys.get(keyId) === key;
	const revoked = () => decided(fault('revoked', 'The token of this device is not good any more.'));
	if (!isGood()) return revoked();
	const mac = macOf(hello.mac);
	const clone = (how: 'other-mac' | 'second-link', why: string) => {
		devices.events.emit('CloneTried', { device, mac, address: link.address, how });
		decided(fault('clone', why));
	};
	if (mac !== device.record.mac)
		return clone('other-mac', `This token belongs to the board with MAC ${device.record.mac}.`);
	if (!isAllowed(devices, device, 'connection'))
		return decided(fault('too-often', 'The board has connected too often. It may come again in a moment.'));
	const connect = () => decided(ok(takeLink(devices, keyId, key, hello, link)));
	if (!device.link) return connect();
	const secondLink = () => clone('second-link', 'Another board with the same token is connected.');
	const { newcomer } = device;
	const isNewer = hello.bootId === device.bootId || hello.bootCount > device.bootCount;
	if (!isNewer || (newcomer && newcomer.bootId !== hello.bootId)) return secondLink();
	if (newcomer) newcomer.link.close(CLOSE.REPLACED, 'A newer link of the same board took over.');
	if (newcomer) newcomerLeft(devices, device, newcomer.link);
	probeLink(devices, device, { link, bootId: hello.bootId }, (olderIsAlive) => {
		if (!isGood()) return revoked();
		if (olderIsAlive) return secondLink();
		const older = device.link;
		device.link = null;
		older?.close(CLOSE.REPLACED, 'A newer link of the same board took over.');
		connect();
	});
}

function takeLink(devices: Devices, keyId: string, key: LiveKey, hello: BoardHello, link: BoardLink): LiveDevice {
	const { device } = key;
	device.link = link;
	device.bootId = hello.bootId;
	device.bootCount = hello.bootCount;
	device.address = link.address;
	device.firmware = hello.firmware;
	device.chip = hello.chip || null;
	device.ssid = hello.ssid || null;
	device.sentRevision = null;
	device.inFlight.clear();
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
	catchUp(devices, device, keyId, key, hello.configRevision ?? 0).catch((error: unknown) =>
		devices.options.log.error({ err: error, device: device.record.id }, 'a board could not be configured'),
	);
	return device;
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
