import { create } from '@bufbuild/protobuf';
import { type FromHub, HelloSchema } from '../../../protocol/device_pb.ts';
import { ManualClock } from '../../../hub/base/manual-clock.ts';
import type { Devices } from '../../../hub/devices/devices.ts';
import { type Connected, connectBoard as connect } from '../../../hub/devices/links/connect-board.ts';
import { LiveDevice } from '../../../hub/devices/live-device.ts';
import { deviceCode, macOf } from '../../../protocol/mac.ts';
import { beat } from '../../../hub/devices/presence/beat.ts';
import { boundHello } from '../../../hub/link/board-message.ts';
import { devicesInMemory, provenKey, recordOf } from '../records.ts';

/** What the tests of links and of presence share: one device without a database, and links that keep what they were told. */
const MAC = Buffer.from('02AABBCCDDEE', 'hex');

export let clock: ManualClock;
export let devices: Devices;
export let device: LiveDevice;
/** what it was, one after the other */
export let states: string[];
/** what its links were told to beat at, and closed with */
export let paces: number[];
export let closed: number[];

export function setUp(): void {
	clock = new ManualClock();
	devices = devicesInMemory(clock);
	device = new LiveDevice(recordOf(), clock.now());
	devices.byId.set('d', device);
	states = [];
	paces = [];
	closed = [];
	devices.events.on('PresenceChanged', () => void (states.at(-1) !== device.presence && states.push(device.presence)));
}

export function newLink() {
	return {
		address: '192.168.1.9',
		welcomedAt: 0,
		framesHeard: 0,
		send: (message: FromHub['message']) => void (message.case === 'pace' && paces.push(message.value.beatMs)),
		close: (code: number) => void closed.push(code),
	};
}

export const key = () => {
	const known = devices.keys.get('k') ?? provenKey(device);
	devices.keys.set('k', known);
	return known;
};
export const hello = (bootId = 1n, bootCount = 1, mac: Uint8Array = MAC) =>
	boundHello(create(HelloSchema, { deviceId: deviceCode(macOf(mac)), mac, bootId, bootCount }))!;
type ConnectArgs = Parameters<typeof connect> extends [...infer Args, unknown] ? Args : never;
/** What came of it, where that is known at once. */
export function connectBoard(...args: ConnectArgs): Connected | undefined {
	let known: Connected | undefined;
	connect(...args, (connected) => void (known = connected));
	return known;
}
export const beatNow = () => beat(devices, device, { uptimeMs: 1, freeHeap: null, rssi: -60, clockUnset: false });
