import { create, toBinary } from '@bufbuild/protobuf';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WebSocket } from 'uWebSockets.js';
import { ANNA } from '../../test/harness/records.ts';
import { TestDevices } from '../../test/harness/devices.ts';
import { Credential, FromDeviceSchema, HelloSchema, PrefaceSchema } from '../../protocol/device_pb.ts';
import { Events } from '../base/events.ts';
import { systemRandom } from '../base/random.ts';
import { deleteDevice } from '../devices/delete-device.ts';
import { deviceCode } from '../../protocol/mac.ts';
import { revokeKeys } from '../devices/tokens/revoke-keys.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { CLOSE, PROTOCOL_VERSION } from '../link/faults.ts';
import { Initiator, type Transport } from '../link/noise.ts';
import type { Updates } from '../updates/updates.ts';
import { BoardConnection, type DeviceDoorDeps, type SocketData } from './board-connection.ts';

const KEY_ID = new Uint8Array(16);
const KEY = new Uint8Array(32).fill(7);

let devices: TestDevices;
let device: LiveDevice;
let lines: string[];

beforeEach(async () => {
	lines = [];
	devices = await TestDevices.open();
	devices.options.log = pino({}, { write: (line: string) => void lines.push(line) });
	device = await devices.add('d', 'Boiler');
	devices.keys.set(Buffer.from(KEY_ID).toString('hex'), { device, key: KEY, createdAt: 0, proven: true });
});
afterEach(() => devices.close());

/** A board on a socket that still delivers frames after the hub has closed it. */
function enters(bootCount = 1): { link: BoardConnection; beat: () => void; codes: number[] } {
	const codes: number[] = [];
	const frames: Uint8Array[] = [];
	const socket = {
		send: (frame: Uint8Array) => frames.push(frame),
		cork: (act: () => void) => act(),
		end: (code: number) => codes.push(code),
	};
	const deps: Partial<DeviceDoorDeps> = {
		devices,
		updates: { queue: [], active: null } as unknown as Updates,
		clock: devices.clock,
		random: systemRandom,
		log: devices.options.log,
		facts: new Events(),
		hubId: new Uint8Array(16),
		timeZone: () => 'UTC0',
		refused: () => true,
	};
	const link = new BoardConnection(deps as DeviceDoorDeps, socket as unknown as WebSocket<SocketData>, '192.0.2.1');
	const named = { protocol: PROTOCOL_VERSION, credential: Credential.DEVICE, keyId: KEY_ID };
	const preface = toBinary(PrefaceSchema, create(PrefaceSchema, named));
	const handshake = new Initiator({ psk: KEY, prologue: preface, random: systemRandom });
	const mac = Buffer.from(device.record.mac, 'hex');
	const hello = create(HelloSchema, {
		deviceId: deviceCode(device.record.mac),
		mac,
		board: 'virtual',
		bootId: BigInt(bootCount),
		bootCount,
	});
	link.receive(preface);
	link.receive(handshake.writeMessage1(toBinary(HelloSchema, hello)));
	const { send } = handshake.readMessage2(frames[0]!)!.transport as Transport;
	const value = { $typeName: 'mooring.v2.Beat' as const, uptimeMs: 1n, freeHeap: 0, rssi: 0, clockUnset: false };
	const message = toBinary(FromDeviceSchema, create(FromDeviceSchema, { message: { case: 'beat', value } }));
	const beat = () => link.receive(send.encrypt(message)!);
	beat();
	return { link, beat, codes };
}

it('a beat that was under way when its device was revoked does not show it as online', async () => {
	const { beat, codes } = enters();
	expect(device.presence).toBe('online');
	await revokeKeys(devices, device, async () => undefined);
	expect(codes).toEqual([CLOSE.REVOKED]);
	beat();
	expect(device.presence).toBe('offline');
});

it('a beat that was under way when its device was deleted brings nothing back', async () => {
	const { beat } = enters();
	await deleteDevice(devices, 'd', ANNA, async () => undefined);
	const told: unknown[] = [];
	devices.events.on('PresenceChanged', (event) => told.push(event));
	beat();
	devices.clock.advance(60_000);
	expect(told).toEqual([]);
});

it('a board that is disconnected because it says too much is logged once, whatever it still says', () => {
	const { link, codes } = enters();
	for (let n = 0; n < 100_000 && codes.length === 0; n++) link.pinged();
	expect(codes).toEqual([CLOSE.TOO_MUCH]);
	const logged = lines.length;
	for (let n = 0; n < 100; n++) link.pinged();
	expect(lines).toHaveLength(logged);
	expect(codes).toHaveLength(1);
});
