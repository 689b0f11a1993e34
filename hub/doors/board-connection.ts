import { create } from '@bufbuild/protobuf';
import type { Logger } from 'pino';
import type { WebSocket } from 'uWebSockets.js';
import { FromHubSchema, type FromHub, GoodbyeReason, WelcomeSchema } from '../../protocol/device_pb.ts';
import { type Clock, type Timer, afterReading } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { onBoardLeft } from '../claims/registration/on-board-left.ts';
import type { Claims } from '../claims/claims.ts';
import type { RegistrationRecord } from '../claims/entities.ts';
import { commitClaim } from '../claims/commit-claim.ts';
import { findRegistration } from '../claims/registration/find-registration.ts';
import { registerBoard } from '../claims/registration/register-board.ts';
import type { RegisteringBoard } from '../claims/registration/registering-board.ts';
import { Allowance, type Said } from '../devices/links/allowance.ts';
import { beat } from '../devices/presence/beat.ts';
import type { BoardLink } from '../devices/links/board-link.ts';
import { reportLog, reportInput } from '../devices/report-log.ts';
import { configApplied } from '../devices/config/config-applied.ts';
import { connectBoard } from '../devices/links/connect-board.ts';
import type { Devices, LiveKey } from '../devices/devices.ts';
import { disconnectBoard } from '../devices/links/disconnect-board.ts';
import { isAllowed } from '../devices/links/is-allowed.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { onNewcomerLeft } from '../devices/links/probe-link.ts';
import { reportFound } from '../devices/readings/found-sensors.ts';
import { reportReading } from '../devices/readings/report-reading.ts';
import { reportRelay } from '../devices/relays/report-relay.ts';
import { nextKeyStored } from '../devices/tokens/rotate-token.ts';
import type { BoardHello, BoardMessage } from '../link/board-message.ts';
import { CLOSE, HANDSHAKE_TIMEOUT_MS } from '../link/faults.ts';
import { HubSession } from '../link/session.ts';
import type { DoorEvents } from '../operation/door-facts.ts';
import { REFUSED, refusalOfKey, tellRefusal } from './board-refusals.ts';
import { FrameBatch } from './frame-batch.ts';
import { onBoardConnected } from '../updates/on-board-connected.ts';
import { onBoardLost, otaProgress } from '../updates/send-image.ts';
import type { Updates } from '../updates/updates.ts';

export interface DeviceDoorDeps {
	claims: Claims;
	devices: Devices;
	updates: Updates;
	clock: Clock;
	random: Random;
	log: Logger;
	facts: DoorEvents;
	hubId: Uint8Array;
	/** POSIX TZ, sent to every board */
	timeZone: () => string;
	/**
	 * Counts a refused board. False: so many from its address were refused that this one is not logged. The address
	 * is not banned: a key of 256 bits cannot be guessed, and other boards may share the address.
	 */
	refused: (address: string) => boolean;
}

/** Which key a board named in its preface. */
type Named =
	{ kind: 'device'; keyId: string; key: LiveKey } | { kind: 'registration'; registration: RegistrationRecord };

export interface SocketData {
	connection: BoardConnection;
	address: string;
}

/**
 * One board's socket from its first frame to its last: preface, hello, then messages. This class only decides which
 * step comes next; the rules are in the session and the operations.
 */
export class BoardConnection implements BoardLink {
	readonly address: string;
	welcomedAt = 0;
	framesHeard = 0;
	/** a close frame with the reason was sent */
	isClosed = false;
	#deps: DeviceDoorDeps;
	#ws: WebSocket<SocketData> | null;
	#frames: FrameBatch;
	#session: HubSession;
	#named: Named | null = null;
	#hello: BoardHello | null = null;
	#handshakeTimer: Timer;
	#device: LiveDevice | null = null;
	#registering: RegisteringBoard | null = null;
	/** messages that arrive while another link of its device is probed; otherwise null */
	#waiting: BoardMessage[] | null = null;
	/** Used until the board is let in, so that a copy does not use up its device's allowance. */
	#allowance: Allowance | null = null;
	#registrationKey: Uint8Array | null = null;
	#goodbye = false;

	constructor(deps: DeviceDoorDeps, ws: WebSocket<SocketData>, address: string) {
		this.#deps = deps;
		this.#ws = ws;
		this.#frames = new FrameBatch(ws);
		this.address = address;
		this.#session = new HubSession({ random: deps.random });
		this.#handshakeTimer = afterReading(deps.clock, HANDSHAKE_TIMEOUT_MS, () =>
			this.close(CLOSE.TIMEOUT, 'The handshake took too long.'),
		);
	}

	/** Whether the board holds the key it named. */
	get isProven(): boolean {
		return this.#session.proven;
	}

	/** How many frames of its handshake the hub has accepted. */
	get progress(): number {
		return this.#hello ? 2 : this.#named ? 1 : 0;
	}

	send(message: FromHub['message']): void {
		if (!this.#ws) return;
		const frame = this.#session.write(create(FromHubSchema, { message }));
		if (!frame.ok) return this.close(frame.error.closeCode, frame.error.message);
		this.#device?.allowance.expectAnswers(message);
		this.#frames.send(frame.value);
	}

	close(code: number, reason: string): void {
		this.#frames.flush();
		if (!this.isClosed) tellRefusal(this.#deps.facts, code);
		this.isClosed = true;
		this.#ws?.end(code, reason);
	}

	/** `frame` is uWebSockets' own memory, valid only during the call. */
	receive(frame: Uint8Array): void {
		if (this.isClosed) return; // the board has not read yet that it was disconnected
		if (this.#session.proven) return this.#onFrame(frame);
		if (!this.#named) return this.#onPreface(frame);
		if (!this.#hello) return this.#onHello(frame);
		this.#onFirstFrame(frame);
	}

	/** The socket is gone. */
	gone(): void {
		this.#ws = null;
		this.#frames.end();
		this.#handshakeTimer.cancel();
		if (this.#device) {
			disconnectBoard(this.#deps.devices, this.#device, this, this.#goodbye);
			if (!this.#device.link) onBoardLost(this.#deps.updates, this.#device);
		}
		if (this.#waiting && this.#named?.kind === 'device')
			onNewcomerLeft(this.#deps.devices, this.#named.key.device, this);
		if (this.#registering) onBoardLeft(this.#deps.claims, this.#registering);
		else if (this.isProven) this.#step(null);
	}

	#onPreface(frame: Uint8Array): void {
		const preface = this.#session.readPreface(frame);
		if (!preface.ok) return this.#refuse(preface.error.closeCode, preface.error.message);
		const keyId = Buffer.from(preface.value.keyId).toString('hex');
		if (preface.value.credential === 'device') {
			const key = this.#deps.devices.keys.get(keyId);
			if (!key) return this.#refuse(...refusalOfKey(this.#deps.devices, keyId));
			this.#named = { kind: 'device', keyId, key };
			return;
		}
		const found = findRegistration(this.#deps.claims, keyId);
		if (!found.ok)
			return this.#refuse(found.error.kind === 'expired' ? CLOSE.EXPIRED : CLOSE.UNKNOWN, found.error.message);
		this.#named = { kind: 'registration', registration: found.value.registration };
		this.#registrationKey = found.value.key;
	}

	#onHello(frame: Uint8Array): void {
		const { clock, random, hubId, timeZone, devices } = this.#deps;
		const named = this.#named!;
		const psk = named.kind === 'device' ? named.key.key : this.#registrationKey!;
		this.#registrationKey = null;
		const hello = this.#session.readHello(frame, psk);
		if (!hello.ok) return this.#refuse(hello.error.closeCode, hello.error.message);
		this.#hello = hello.value;
		const welcome = this.#session.writeWelcome(
			create(WelcomeSchema, {
				hubId,
				sessionId: Buffer.from(random.bytes(8)).readBigUInt64LE(),
				hubTimeMs: BigInt(clock.now()),
				timeZone: timeZone(),
				configRevision: named.kind === 'device' ? named.key.device.record.revision : 0,
				beatMs: devices.paceMs,
			}),
		);
		if (!welcome.ok) return this.#refuse(welcome.error.closeCode, welcome.error.message);
		this.welcomedAt = clock.mono();
		this.#ws?.send(welcome.value, true);
	}

	/** Only the first transport frame proves a live holder of the key: message 1 alone can be a replay. */
	#onFirstFrame(frame: Uint8Array): void {
		const first = this.#session.read(frame);
		if (!first.ok) return this.#refuse(first.error.closeCode, first.error.message);
		this.#handshakeTimer.cancel();
		const [named, hello] = [this.#named!, this.#hello!];
		if (named.kind === 'registration') {
			this.#step('seen');
			void this.#register(named.registration, hello);
			return;
		}
		const newBoot = named.key.device.bootId !== hello.bootId;
		this.#waiting = [first.value];
		connectBoard(this.#deps.devices, named.keyId, named.key, hello, this, (connected) => {
			const waiting = this.#waiting ?? [];
			this.#waiting = null;
			if (!connected.ok) return this.#refuse(REFUSED[connected.error.kind], connected.error.message);
			const device = (this.#device = connected.value);
			onBoardConnected(this.#deps.updates, device, newBoot);
			this.#allowance = null;
			// One of these messages may close the link.
			for (const message of waiting) if (!this.isClosed) this.#onMessage(message);
		});
	}

	async #register(registration: RegistrationRecord, hello: BoardHello): Promise<void> {
		const { claims, log } = this.#deps;
		try {
			const registering = await registerBoard(claims, registration, hello, this);
			if (!registering.ok) return this.#refuse(REFUSED[registering.error.kind], registering.error.message);
			this.#registering = registering.value;
			if (!this.#ws) onBoardLeft(claims, registering.value); // it left during the await
		} catch (error) {
			log.error({ err: error }, 'registration: the database could not be read; the board will try again');
			this.close(CLOSE.GOING_AWAY, 'The hub could not read its database.');
		}
	}

	#onFrame(frame: Uint8Array): void {
		const message = this.#session.read(frame);
		if (!message.ok) return this.#refuse(message.error.closeCode, message.error.message);
		this.framesHeard++;
		this.#onMessage(message.value);
	}

	#onMessage(message: BoardMessage): void {
		if (this.#isAllowed(message.case ?? 'nothing known')) this.#handle(message);
	}

	/** A ping, which uWebSockets.js has answered already, or a pong: both count against the limits. */
	pinged(): void {
		if (!this.isClosed) this.#isAllowed('ping');
	}

	#isAllowed(kind: Said): boolean {
		if (this.#device) return isAllowed(this.#deps.devices, this.#device, kind);
		this.#allowance ??= new Allowance();
		const verdict = this.#allowance.take(kind, this.#deps.clock);
		if (verdict === 'stop') this.close(CLOSE.TOO_MUCH, 'The board sends too much.');
		return verdict === 'taken';
	}

	#handle(message: BoardMessage): void {
		if (this.#waiting) return void this.#waiting.push(message);
		const { devices, claims } = this.#deps;
		if (this.#registering) {
			if (message.case === 'provisioned') void commitClaim(claims, this.#registering, message.value.keyId);
			return; // the other messages of an unclaimed board are ignored
		}
		const device = this.#device;
		if (!device) return;
		switch (message.case) {
			case 'beat':
				return beat(devices, device, message.value);
			case 'relayState':
				return reportRelay(devices, device, message.value);
			case 'sensorReading':
				return reportReading(devices, device, message.value);
			case 'foundSensor':
				return reportFound(devices, device, message.value);
			case 'goodbye':
				this.#goodbye = message.value.reason !== GoodbyeReason.REBOOT;
				return;
			case 'inputState':
				return reportInput(devices, device, message.value);
			case 'log':
				return reportLog(devices, device, message.value);
			case 'provisioned':
				return nextKeyStored(devices, device, message.value.keyId);
			case 'otaProgress':
				return otaProgress(this.#deps.updates, device, message.value);
			case 'configApplied':
				return void configApplied(devices, device, message.value);
		}
	}

	#refuse(code: number, why: string): void {
		if (this.#deps.refused(this.address)) this.#deps.log.info({ address: this.address, code, why }, 'board refused');
		this.close(code, why);
	}

	#step(step: 'seen' | null): void {
		if (this.#named?.kind === 'registration') this.#deps.claims.setStep(this.#named.registration.id, step);
	}
}
