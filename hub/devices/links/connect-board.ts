import { type Failure, type Result, failure, ok } from '../../base/result.ts';
import type { BoardHello } from '../../link/board-message.ts';
import { CLOSE } from '../../link/faults.ts';
import type { BoardLink } from './board-link.ts';
import { boardRuns } from '../config/config-applied.ts';
import type { Devices, LiveKey } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { macOf } from '../mac.ts';
import { markSeen } from '../presence/presence.ts';
import { PROBE_MS, onNewcomerLeft, probeLink } from './probe-link.ts';
import { RETURN_MS, wasOther } from './rightful-boot.ts';
import { proveKey } from '../tokens/prove-key.ts';
import { pushConfig } from '../config/push-config.ts';
import { offerNextKey } from '../tokens/rotate-token.ts';

export type ConnectFault = Failure<'clone' | 'revoked' | 'too-often'>;
export type Connected = Result<LiveDevice, ConnectFault>;

/**
 * A board has proved that it holds `key`: it gets its device's link. Refused where it is a copy: another MAC, or a
 * second live link. No link that answers is closed for another. `decided` is called at once, unless another link must be
 * probed first.
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
	const revoked = () => decided(failure('revoked', 'The token of this device is not good any more.'));
	if (!isGood()) return revoked();
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
	const secondLink = () => clone('second-link', 'Another board with the same token is connected.');
	// While copies are about, the board has the time to come back. With the next key only it can come.
	if (!device.link && key.proven && wasOther(devices, device, hello.bootId, RETURN_MS)) return secondLink();
	if (!device.link) return connect();
	const isSameBoot = hello.bootId === device.bootId;
	const { newcomer } = device;
	// A copy that got the link may have named any count, so the rightful boot may ask for it with a lower one.
	const isNewer = isSameBoot || hello.bootCount > device.bootCount || hello.bootId === device.rightful?.bootId;
	const isOtherNewcomer = newcomer && newcomer.bootId !== hello.bootId;
	if (!isNewer || (isOtherNewcomer && !isSameBoot)) return secondLink();
	if (isOtherNewcomer)
		newcomer.decide(true); // the board itself has come, so that one is a copy
	else if (newcomer) {
		newcomer.link.close(CLOSE.REPLACED, 'A newer link of the same board took over.');
		onNewcomerLeft(devices, device, newcomer.link);
	}
	// Its board has only just been heard, and need not be asked for every copy.
	if (device.rightful?.bootId === device.bootId && wasOther(devices, device, hello.bootId, PROBE_MS))
		return secondLink();
	probeLink(devices, device, { link, bootId: hello.bootId, key }, (olderIsAlive) => {
		if (!isGood()) return revoked();
		if (olderIsAlive) return secondLink();
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
	// Where the board is there, copies come: of them the owner was told already.
	if (verdict === 'first' && !device.link) {
		log.warn({ device: device.record.id, kind: 'connection' }, 'a board connects more often than it may');
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
	device.ssid = hello.ssid || null;
	device.sentRevision = null;
	device.inFlight.clear();
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
