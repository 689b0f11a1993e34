import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import { Hardware } from './hardware.ts';
import { OwnedDevice } from './owned-device.ts';
import { type Fault, type Operation, RELAYS, type RelayId, type Step, TOO_SLOW_MS } from './script.ts';
import { type World, pause, until } from './world.ts';

/** How long an operation is looked at while its fault happens; what it has not reached then it reaches after the healing. */
const IN_THE_FAULT_MS = 1_500;
/** A board waits a little longer after every try; a busy machine adds to it, and restarts of the hub. */
const COMES_BACK_MS = 90_000;
/** Updates wait for those of other boards. */
const UPDATE_MS = 90_000;
/** The hub closes a link whose frames were changed on their way. It says nothing of the key. */
const UNREADABLE = 'refused (4400)';
/** An update ends so: done, or as it was before and in words. */
const UPDATE_ENDS = /came back with its older firmware|^Not started, because|^It runs the newest firmware already/;

/** One board and its device on the hub: it lives on from run to run, and after each all must be well with it. */
export class Subject {
	#world: World;
	#hardware: Hardware;
	#device: OwnedDevice;
	/** lines of the board, from which on this run counts */
	#since = 0;
	/** bytes on its line were repeated or swapped in this run */
	#isDisturbed = false;
	/** what it runs */
	#firmware = '';

	private constructor(world: World, name: string, hardware: Hardware) {
		this.#world = world;
		this.#hardware = hardware;
		this.#device = new OwnedDevice(world, name, hardware);
	}

	/** A board that is claimed and online. */
	static async claim(world: World, name: string): Promise<Subject> {
		const subject = new Subject(world, name, await Hardware.blank(world.hub.port));
		await subject.#device.add();
		await until(
			() => world.view.device(name)?.presence.state === 'online',
			COMES_BACK_MS,
			() => `${name} was not claimed`,
		);
		subject.#device.id = world.view.device(name)!.id;
		return subject;
	}

	get id(): string {
		return this.#device.id;
	}

	/** All of a script, then everything is made good, and must be good. */
	async run(script: Step[]): Promise<void> {
		this.#since = this.#hardware.board.lines.length;
		this.#device.mayBeRefused = this.#device.mayRunNewer = false;
		this.#isDisturbed = script.some(({ fault }) => fault.what === 'disorder');
		for (const { operation, fault } of script) {
			await this.#take(operation, fault);
			await this.#hardware.heal();
		}
		await this.#check();
	}

	/** What it said in this run. */
	get said(): string[] {
		return this.#hardware.board.lines.slice(this.#since);
	}

	async remove(): Promise<void> {
		await this.#hardware.remove();
	}

	/** An operation with its fault. */
	async #take(operation: Operation, fault: Fault): Promise<void> {
		const { board, proxy, pins } = this.#hardware;
		const happening = this.#happen(fault);
		const { cuts } = proxy;
		const { starts } = pins;
		const isOver = await this.#device.begin(operation, fault);
		const struck = () => isOver() || proxy.cuts > cuts || pins.starts > starts || !board.isOn;
		const end = performance.now() + IN_THE_FAULT_MS;
		while (!struck() && performance.now() < end) await pause(10);
		await happening;
		// What was sent comes as late as it is to come, not when the line is good again.
		if (fault.what === 'slow' && fault.ms === TOO_SLOW_MS) await pause(TOO_SLOW_MS);
	}

	/** Begins with a fault; resolves when one that has its moment is over. */
	async #happen(fault: Fault): Promise<void> {
		switch (fault.what) {
			case 'hub':
				await pause(fault.ms);
				return this.#world.endHub(fault.ends);
			case 'clock':
				// It hears of the time when it comes back.
				if (this.#world.stepClock()) this.#hardware.proxy.break();
				return;
			default:
				return this.#hardware.suffer(fault);
		}
	}

	/** What must be so when all faults are over. */
	async #check(): Promise<void> {
		await this.#comesBack();
		const { id } = this;
		const { view } = this.#world;
		const { pins, confirmed } = this.#hardware;
		await this.#becomes('its token is active', () => this.#device.view.token.state === 'active');
		if (this.#device.oldFingerprint !== null)
			await this.#becomes('its token is the new one', () => this.#device.hasNewKey(this.#device.oldFingerprint));
		this.#device.oldFingerprint = null;
		await this.#becomes('its configuration is applied', () => this.#device.view.config.state === 'applied');
		await until(
			() => this.#device.updateIsOver,
			UPDATE_MS,
			() => `${this.#device.name}: its update does not end: ${JSON.stringify(this.#device.view.update)}`,
		);
		const { update, code } = this.#device.view;
		if (update?.reason && !UPDATE_ENDS.test(update.reason)) throw new Error(`its update ended with: ${update.reason}`);
		await this.#comesBack();
		this.#checkFirmware();
		await this.#checkConfig();
		for (const [relay, on] of confirmed)
			await this.#becomes(`relay ${relay} is ${on ? 'on' : 'off'}, as was confirmed`, () => pins.state(relay) === on);
		await this.#becomes('the hub shows the relays as they are', () =>
			this.#device.view.relays.every(({ id, reported }) => reported === pins.state(id as RelayId)),
		);
		const records = [...view.devices.values()].filter((device) => device.code === code);
		if (records.length !== 1) throw new Error(`${code} has ${records.length} records`);
		const left = [...view.pending.values()].find((pending) => pending.code === code || pending.forDevice?.id === id);
		if (left) throw new Error(`there is still a pending device of it: ${JSON.stringify(left)}`);
		const refusal = this.said.find(
			(line) => line.startsWith('refused') && !(this.#isDisturbed && line.startsWith(UNREADABLE)),
		);
		if (refusal && !this.#device.mayBeRefused) throw new Error(`its key was ${refusal}`);
		if (pins.complaints.length > 0) throw new Error(pins.complaints.join('; '));
	}

	/** Its token is revoked, and the firmware in its flash will not change that by itself: not the last one, or too old. */
	get #needsFirmware(): boolean {
		const { token, code } = this.#device.view;
		const { view } = this.#world;
		if (!view.following || token.state !== 'revoked') return false;
		const awaits = [...view.pending.values()].some((pending) => pending.conflict && pending.code === code);
		return awaits || token.firmware?.pending !== this.#hardware.flashedWith;
	}

	/** It does what it is told, over the link, within the time. What a person would do is done: flash it where its token is revoked. */
	async #comesBack(): Promise<void> {
		const { pins } = this.#hardware;
		const end = performance.now() + COMES_BACK_MS;
		for (;;) {
			await this.#hardware.keepOn();
			if (this.#device.mayBeRefused && this.#needsFirmware) await this.#device.flashAnew(false);
			const isThere = this.#device.isOnline && pins.hasStarted;
			if (isThere && (await this.#device.switch(RELAYS.off, !pins.state(RELAYS.off)))) return;
			if (performance.now() > end)
				throw new Error(`it did not come back in ${COMES_BACK_MS} ms: ${JSON.stringify(this.#device.view)}`);
			await pause(20);
		}
	}

	/** One that there has been, and another one than before only where somebody has asked for it. */
	#checkFirmware(): void {
		const { vitals, update } = this.#device.view;
		const firmware = vitals.firmware!;
		const isKnown = firmware === this.#firmware || (this.#device.mayRunNewer && this.#world.images.has(firmware));
		if (this.#firmware !== '' && !isKnown)
			throw new Error(`it runs ${firmware}, not ${this.#firmware} as before: ${JSON.stringify(update)}`);
		this.#firmware = firmware;
	}

	/** What the hub shows as applied is what the board runs. */
	async #checkConfig(): Promise<void> {
		let asked = await this.#world.ask<DeviceConfig>('GET', `/devices/${this.id}/config`);
		while (asked.status !== 200) {
			await pause(50);
			asked = await this.#world.ask<DeviceConfig>('GET', `/devices/${this.id}/config`);
		}
		const wanted = asked.value.plan.relays.find(({ id }) => id === RELAYS.last)!.gpio;
		await this.#becomes(`relay ${RELAYS.last} is on pin ${wanted}`, () => this.#hardware.pins.lastPin === wanted);
		this.#hardware.pins.lastPins = new Set([wanted]);
	}

	#becomes(what: string, condition: () => boolean): Promise<void> {
		return until(
			() => this.#world.view.following && condition(),
			COMES_BACK_MS,
			() => `it did not come to be that ${what}: ${JSON.stringify(this.#device.view)}`,
		);
	}
}
