import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import {
	type Capacity,
	Credential,
	type FromDevice,
	FromDeviceSchema,
	type FromHub,
	FromHubSchema,
	HelloSchema,
	PrefaceSchema,
	type Provision,
} from '../../../protocol/device_pb.ts';
import { systemRandom } from '../../../hub/base/random.ts';
import { PROTOCOL_VERSION, SUBPROTOCOL } from '../../../hub/link/faults.ts';
import { Initiator, type Transport } from '../../../hub/link/noise.ts';
import { Waiting } from '../waiting.ts';

const BEAT_MS = 50;

export interface RawIdentity {
	credential: Credential;
	keyId: Uint8Array;
	key: Uint8Array;
	/** twelve hex digits */
	mac: string;
	bootId?: bigint;
	bootCount?: number;
	firmware?: string;
	/** as boards of today say it; absent = of a board from before they did */
	capacity?: Omit<Capacity, '$typeName'>;
	chip?: string;
}

/** A board's socket that does exactly what a test tells it: for messages that no honest board would send. */
export class RawLink {
	readonly socket: WebSocket;
	/** every frame it sent, as it went over the line */
	readonly sent: Uint8Array[] = [];
	/** frames of the hub, as they came */
	readonly frames: Uint8Array[] = [];
	/** the same, decrypted, once the handshake is done */
	readonly heard: FromHub['message'][] = [];
	readonly closed: Promise<{ code: number; reason: string }>;
	#transport: Transport | undefined;
	#handshake: Initiator | undefined;
	#waiting = new Waiting();
	#beating: NodeJS.Timeout | undefined;

	constructor(origin: string, subprotocol: string | string[] = SUBPROTOCOL, options: ClientOptions = {}) {
		this.socket = new WebSocket(`${origin.replace('http', 'ws')}/device`, subprotocol, options);
		this.socket.on('message', (data: Buffer) => this.#receive(new Uint8Array(data)));
		this.socket.on('error', () => undefined); // `closed` settles then
		this.closed = new Promise((resolve) =>
			this.socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
		);
	}

	async opened(): Promise<this> {
		if (this.socket.readyState !== WebSocket.OPEN) await once(this.socket, 'open');
		return this;
	}

	/** The HTTP status the hub refused the upgrade with. */
	async refused(): Promise<number> {
		const [, answer] = (await once(this.socket, 'unexpected-response')) as [unknown, { statusCode: number }];
		this.socket.terminate();
		return answer.statusCode;
	}

	sendFrame(frame: Uint8Array | string): void {
		if (typeof frame !== 'string') this.sent.push(frame);
		this.socket.send(frame);
	}

	/** Preface and message 1; resolves when the hub has answered with message 2. The link is not proven by that. */
	async greet({
		credential,
		keyId,
		key,
		mac,
		bootId = 1n,
		bootCount = 1,
		firmware = '0.1.0',
		capacity,
		chip = 'virtual',
	}: RawIdentity): Promise<this> {
		await this.opened();
		const preface = toBinary(PrefaceSchema, create(PrefaceSchema, { protocol: PROTOCOL_VERSION, credential, keyId }));
		this.#handshake = new Initiator({ psk: key, prologue: preface, random: systemRandom });
		const hello = create(HelloSchema, {
			deviceId: `ESP_${mac}`,
			mac: Buffer.from(mac, 'hex'),
			board: 'virtual',
			firmware,
			chip,
			bootId,
			bootCount,
			...(capacity ? { capacity } : {}),
		});
		this.sendFrame(preface);
		this.sendFrame(this.#handshake.writeMessage1(toBinary(HelloSchema, hello)));
		await this.until(() => this.#transport);
		return this;
	}

	/** Handshake and first beat, which proves the link. Beats from then on. */
	async enter(identity: RawIdentity): Promise<this> {
		await this.greet(identity);
		this.beat();
		this.#beating = setInterval(() => this.socket.readyState === WebSocket.OPEN && this.beat(), BEAT_MS);
		void this.closed.then(() => this.hush());
		return this;
	}

	/** Stops its beats; the socket stays open. */
	hush(): void {
		clearInterval(this.#beating);
	}

	send(message: FromDevice['message']): void {
		this.sendFrame(this.#transport!.send.encrypt(toBinary(FromDeviceSchema, create(FromDeviceSchema, { message })))!);
	}

	beat(): void {
		this.send({
			case: 'beat',
			value: { $typeName: 'mooring.v2.Beat', uptimeMs: 1n, freeHeap: 0, rssi: 0, clockUnset: false },
		});
	}

	/** Waits for the first message of a kind. */
	async message<K extends NonNullable<FromHub['message']['case']>>(kind: K) {
		const find = () => this.heard.find((message) => message.case === kind);
		await this.until(find);
		return find() as Extract<FromHub['message'], { case: K }>;
	}

	until(condition: () => unknown, ms = 8_000): Promise<void> {
		return this.#waiting.until(condition, ms, () => `the link did not get there in ${ms} ms: ${condition.toString()}`);
	}

	/** Like pulling its plug, except that its socket is closed. */
	end(): void {
		this.socket.terminate();
	}

	#receive(frame: Uint8Array): void {
		this.frames.push(frame);
		if (this.#transport) {
			const plain = this.#transport.receive.decrypt(frame);
			if (plain) this.heard.push(fromBinary(FromHubSchema, plain).message);
		} else this.#transport = this.#handshake?.readMessage2(frame)?.transport;
		this.#waiting.changed();
	}
}

/** Claims with a registration key, as a board does; returns its new device key and all frames that it sent. */
export async function claim(
	origin: string,
	registration: { keyId: Uint8Array; key: Uint8Array },
	mac: string,
): Promise<{ identity: RawIdentity; sent: Uint8Array[] }> {
	const link = new RawLink(origin);
	await link.enter({ credential: Credential.REGISTRATION, ...registration, mac });
	const { keyId, key }: Provision = (await link.message('provision')).value;
	link.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId } });
	await link.closed;
	return { identity: { credential: Credential.DEVICE, keyId, key, mac }, sent: link.sent };
}
