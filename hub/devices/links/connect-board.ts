import { type Failure, type Result, failure, ok } from '../../base/result.ts';
import type { BoardHello } from '../../link/board-message.ts';
import { CLOSE } from '../../link/faults.ts';
import type { BoardLink } from './board-link.ts';
import { noteRunningRevision } from '../config/config-applied.ts';
import type { Devices, LiveKey } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { macOf } from '../../../protocol/mac.ts';
import { markSeen } from '../presence/presence.ts';
import { PROBE_MS, onNewcomerLeft, probeLink } from './probe-link.ts';
import { RETURN_MS, wasOther } from './rightful-boot.ts';
import { proveKey } from '../tokens/prove-key.ts';
import { pushConfig } from '../config/push-config.ts';
import { offerNextKey } from '../tokens/rotate-token.ts';

export type ConnectFault = Failure<'clone' | 'revoked' | 'too-often'>;
export type Connected = Result<LiveDevice, ConnectFault>;

/**
 * A board has proved that it holds `key` and becomes its device's link. A copy is refused: a board with another MAC,
 * or a second board while the first one answers. A link that answers is never closed for another. `decided` is called
 * at once, unless the present link must be probed first.
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
	const isValid = () => devices.keys.get(keyId) === key;
	const revoked = () => decided(failure('revoked', 'The token of this device is not good any more.'));
	if (!isValid()) return revoked();
	const mac = macOf(hello.mac);
	const clone = (how: 'other-mac' | 'second-link', why: string) => {
		devices.events.emit('CloneTried', { device, mac, address: link.address, how });
		decided(failure('clone', why));
	};
	if (!mayConnect(devices, device, hello, link.address))
		return decided(failure('too-often', 'The board has connected too often. It may come again in a moment.'));
	if (mac !== device.record.mac)
		return clone('other-mac', `This token belongs to the board with MAC ${device.record.mac}.`);
	const connect = () => decided(ok(takeLink(devices, keyId, key, hello, link)));
	const refuseSecondLink = () => clone('second-link', 'Another board with the same token is connected.');
	// If copies were seen lately, the link stays reserved for the real board for a while. Only it can have an unproven key.
	if (!device.link && key.proven && wasOther(devices, device, hello.bootId, RETURN_MS)) return refuseSecondLink();
	if (!device.link) return connect();
	const isSameBoot = hello.bootId === device.bootId;
	const { newcomer } = device;
	// A copy that got the link may have sent any boot count, so the rightful boot may ask for the link with a lower one.
	const isNewer = isSameBoot || hello.bootCount > device.bootCount || hello.bootId === device.rightful?.bootId;
	const isOtherNewcomer = newcomer && newcomer.bootId !== hello.bootId;
	if (!isNewer || (isOtherNewcomer && !isSameBoot)) return refuseSecondLink();
	if (isOtherNewcomer)
		newcomer.decide(true); // the board itself is back, so the newcomer is a copy
	else if (newcomer) {
		newcomer.link.close(CLOSE.REPLACED, 'A newer link of the same board took over.');
		onNewcomerLeft(devices, device, newcomer.link);
	}
	// The board on the link was heard during a probe just now; it is not probed again for every copy.
	if (device.rightful?.bootId === device.bootId && wasOther(devices, device, hello.bootId, PROBE_MS))
		return refuseSecondLink();
	probeLink(devices, device, { link, bootId: hello.bootId, key }, (olderIsAlive) => {
		if (!isValid()) return revoked();
		if (olderIsAlive) return refuseSecondLink();
		const older = device.link;
		device.link = null;
		older?.close(CLOSE.REPLACED, 'A newer link of the same board took over.');
		connect();
	});
}

function mayConnect(devices: Devices, device: LiveDevice, hello: BoardHello, address: string): boolean {
	const { clock, log } = devices.options;
	const isItself = [device.bootId, device.rightful?.bootId].includes(hello.bootId);
	const verdict = device.connections.take(isItself, address, clock.mono());
	// While the board is connected, these are copies, which the owner has been told about already.
	if (verdict === 'first' && !device.link) {
		log.warn(
			{ device: device.record.id, kind: 'connection' },
			'a board connects too often; it is refused for some seconds',
		);
		devices.events.emit('BoardFlooded', { device, kind: 'connection', closed: false });
	}
	return verdict === 'taken';
}

function takeLink(devices: Devices, keyId: string, key: LiveKey, hello: BoardHello, link: BoardLink): LiveDevice {
	const { device } = key;
	device.link = link;
	device.bootId = hello.bootId;
	device.bootCount = hello.bootCount;
	device.address = link.address;
	device.firmware = hello.firmware;
	device.chip = hello.chip || null;
	device.features = hello.features;
	device.capacity = hello.capacity;
	device.ssid = hello.ssid || null;
	device.sentRevision = null;
	device.inFlight.clear();
	device.allowance.beginLink();
	takeVitals(device, hello.rssi, hello.freeHeap, hello.uptimeMs);
	device.paceMs = device.nextPaceMs = devices.paceMs;
	device.detector.forgetLast();
	link.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: device.paceMs } });
	markSeen(devices, device);
	if (device.toldBootId !== hello.bootId) {
		device.toldBootId = hello.bootId;
		devices.events.emit('BoardBooted', { device, reason: hello.bootReason });
	}
	if (key.proven) offerNextKey(devices, device);
	catchUp(devices, device, keyId, key, hello.configRevision ?? 0).catch((error: unknown) =>
		devices.options.log.error(
			{ err: error, device: device.record.id },
			'a board could not be configured; retrying when it connects again',
		),
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

/** The part of connecting that writes to the database: the first use of the key, and the revision the board runs. */
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
		await devices.locks.run(device.record.id, () => noteRunningRevision(devices, device, revision));
	} catch (error) {
		log.error(
			{ err: error, device: device.record.id },
			'could not save which configuration a board runs; retrying when it connects again',
		);
	}
	pushConfig(devices, device);
}
