import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** As much of MQTT 3.1.1 as a toggle needs: quality of service 0, topics and payloads in ASCII. */
const CONNECT = 1;
const CONNACK = 2;
const PUBLISH = 3;
const SUBSCRIBE = 8;
const SUBACK = 9;
/** Flags that a SUBSCRIBE must have. */
const SUBSCRIBE_FLAGS = 2;
const CLEAN_SESSION = 2;
const PROTOCOL = [0, 4, ...Buffer.from('MQTT'), 4];

export class MqttClient {
	heard: (topic: string, words: string) => void = () => undefined;
	#socket: Socket;
	#rest: Buffer = Buffer.alloc(0);
	#answered: () => void = () => undefined;

	private constructor(socket: Socket) {
		this.#socket = socket;
		socket.setNoDelay(true);
		socket.on('data', (bytes) => this.#read(bytes));
	}

	static async open(port: number, name: string): Promise<MqttClient> {
		const socket = connect(port, '127.0.0.1');
		await once(socket, 'connect');
		const client = new MqttClient(socket);
		await client.#ask(CONNECT << 4, Buffer.from([...PROTOCOL, CLEAN_SESSION, 0, 0]), text(name));
		return client;
	}

	subscribe(topic: string): Promise<void> {
		return this.#ask((SUBSCRIBE << 4) | SUBSCRIBE_FLAGS, Buffer.from([0, 1]), text(topic), Buffer.from([0]));
	}

	publish(topic: string, words: string): void {
		this.#send(PUBLISH << 4, text(topic), Buffer.from(words));
	}

	close(): void {
		this.#socket.destroy();
	}

	#ask(first: number, ...parts: Buffer[]): Promise<void> {
		return new Promise((resolve) => {
			this.#answered = resolve;
			this.#send(first, ...parts);
		});
	}

	#send(first: number, ...parts: Buffer[]): void {
		const length = parts.reduce((sum, part) => sum + part.length, 0);
		if (length > 127) throw new RangeError('Only the short packets of a toggle can be sent.');
		this.#socket.write(Buffer.concat([Buffer.from([first, length]), ...parts]));
	}

	/** Packets are short here, so the length is in the second byte alone. */
	#read(bytes: Buffer): void {
		let rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
		while (rest.length >= 2 && rest.length >= 2 + rest[1]!) {
			this.#take(rest[0]! >> 4, rest.subarray(2, 2 + rest[1]!));
			rest = rest.subarray(2 + rest[1]!);
		}
		this.#rest = rest;
	}

	#take(kind: number, packet: Buffer): void {
		if (kind === CONNACK && packet[1] !== 0) throw new Error(`The broker refuses with ${packet[1]}.`);
		if (kind === CONNACK || kind === SUBACK) return this.#answered();
		if (kind !== PUBLISH) return;
		const words = 2 + packet.readUInt16BE(0);
		this.heard(packet.toString('latin1', 2, words), packet.toString('latin1', words));
	}
}

function text(words: string): Buffer {
	const bytes = Buffer.from(`\0\0${words}`, 'latin1');
	bytes.writeUInt16BE(words.length);
	return bytes;
}
