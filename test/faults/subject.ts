import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import type { PendingView } from '../../protocol/dashboard/pending.ts';
import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import { CuttingProxy } from '../board/cutting-proxy.ts';
import { PosixBoard } from '../board/posix-board.ts';
import { PIN, Pins } from './pins.ts';
import type { ImageKind } from './offered-images.ts';
import { type Fault, type Operation, RELAYS, type RelayId, type Step, TOO_SLOW_MS } from './script.ts';
import { type World, pause, until } from './world.ts';

/** How long an operation is looked at while its fault happens; what it has not reached then it reaches after the healing. */
const IN_THE_FAULT_MS = 1_500;
/** A board waits a little longer after every try; a busy machine adds to it, and restarts of the hub. */
const COMES_BACK_MS = 90_000;
/** Updates wait for those of other boards. */
const UPDATE_MS = 90_000;
const WIFI = { ssid: 'home', password: 'long enough' };
/** An update ends so: done, or as it was before and in words. */
const UPDATE_ENDS = /came back with its older firmware|^Not begun with|^It runs the newest firmware already/;

/** One board, its line, its device on the hub, and what is known of it. */
export class Subject {
	readonly board: PosixBoard;
	id = '';
	#world: World;
	#name: string;
	#proxy: CuttingProxy;
	#pins = new Pins();
	/** lines of the board, from which on this run counts */
	#since = 0;
	/** states that people were told, and that nothing has put in doubt since */
	#confirmed = new Map<RelayId, boolean>();
	/** this fingerprint must be another one */
	#oldFingerprint: string | null = null;
	/** the pending device whose config file it is flashed with, at every start: a plug may be pulled before it is in the flash */
	#flashedWith = '';
	#configFile: Uint8Array | undefined;
	/** what it runs, and whether this run may have changed it */
	#firmware = '';
	#mayRunNewer = false;
	/** when its power was lost; undefined while it has it, or just now */
	#lostAt: number | undefined;
	/** refusals are right in this run: somebody has taken its token */
	#mayBeRefused = false;

	private constructor(world: World, name: string, proxy: CuttingProxy) {
		this.#world = world;
		this.#name = name;
		this.#proxy = proxy;
		this.board = new PosixBoard(proxy.address);
		this.board.onLine = (line) => {
			const { starts } = this.#pins;
			this.#pins.line(line);
			if (this.#pins.starts > starts) this.#confirmed.clear();
		};
	}

	/** A board that is claimed and online. */
	static async claim(world: World, name: string): Promise<Subject> {
		const subject = new Subject(world, name, await CuttingProxy.start(world.hub.port));
		const pending = await world.browser.addVirtualBoard({
			name,
			board: 'd1-mini',
			relays: [
				{ id: RELAYS.last, name: 'Last', gpio: PIN.last[0], activeLow: false, powerOn: 'last' },
				{ id: RELAYS.off, name: 'Off', gpio: PIN.off, activeLow: false, powerOn: 'off' },
				{ id: RELAYS.on, name: 'On', gpio: PIN.on, activeLow: false, powerOn: 'on' },
			],
			sensors: [],
			wifi: WIFI,
		});
		await subject.#flash(pending.id);
		await until(
			() => world.view.device(name)?.presence.state === 'online',
			COMES_BACK_MS,
			() => `${name} was not claimed`,
		);
		subject.id = world.view.device(name)!.id;
		return subject;
	}

	/** All of a script, then everything is made good, and must be good. */
	async run(script: Step[]): Promise<void> {
		this.#since = this.board.lines.length;
		this.#mayBeRefused = this.#mayRunNewer = false;
		for (const { operation, fault } of script) {
			await this.#take(operation, fault);
			await this.#heal();
		}
		await this.#check();
	}

	/** What it said in this run. */
	get said(): string[] {
		return this.board.lines.slice(this.#since);
	}

	async remove(): Promise<void> {
		await this.board.remove();
		this.#proxy.close();
	}

	get #device(): DeviceView {
		const device = this.#world.view.devices.get(this.id);
		if (!device) throw new Error(`${this.#name} is no device of the hub any more`);
		return device;
	}

	get #isOnline(): boolean {
		return this.#world.view.following && this.board.isOn && this.#device.presence.state === 'online';
	}

	/** An operation with its fault. */
	async #take(operation: Operation, fault: Fault): Promise<void> {
		if (fault.what === 'cut') this.#proxy.cutAfter(fault.bytes);
		if (fault.what === 'slow') this.#proxy.slowDown(fault.ms);
		if (fault.what === 'power at flash') this.board.losePower(fault.operation, fault.percent);
		const happening = this.#happen(fault);
		const { cuts } = this.#proxy;
		const { starts } = this.#pins;
		const isOver = await this.#do(operation, fault);
		const struck = () => isOver() || this.#proxy.cuts > cuts || this.#pins.starts > starts || !this.board.isOn;
		const end = performance.now() + IN_THE_FAULT_MS;
		while (!struck() && performance.now() < end) await pause(10);
		await happening;
		// What was sent comes as late as it is to come, not when the line is good again.
		if (fault.what === 'slow' && fault.ms === TOO_SLOW_MS) await pause(TOO_SLOW_MS);
	}

	/** Faults that have their moment. */
	async #happen(fault: Fault): Promise<void> {
		switch (fault.what) {
			case 'plug':
				await pause(fault.ms);
				if (!fault.told) this.#proxy.keepHubSide();
				await this.board.cutPower();
				if (!this.board.isOn) this.#powerOn(); // it may be flashed just now
				return;
			case 'silence':
				this.#proxy.fallSilent();
				await pause(fault.ms);
				if (fault.breaks) this.#proxy.break();
				return this.#proxy.heal();
			case 'hub':
				await pause(fault.ms);
				return this.#world.endHub(fault.ends);
			case 'clock':
				// It hears of the time when it comes back.
				if (this.#world.stepClock()) this.#proxy.break();
		}
	}

	/** Begins an operation; whether it is over by now. */
	async #do(operation: Operation, fault: Fault): Promise<() => boolean> {
		switch (operation.do) {
			case 'switch':
				await this.#switch(operation.relay, operation.on, fault);
				return () => true;
			case 'on for':
				await this.#switch(operation.relay, true, fault, operation.ms);
				return () => true;
			case 'rotate':
				return this.#rotate();
			case 'configure':
				return this.#configure();
			case 'update':
				return this.#update(operation.image);
			case 'flash anew':
				return this.#flashAnew(operation.revoke, fault);
			case 'reboot': {
				const { lines } = this.board;
				const from = lines.length;
				await this.#world.ask('POST', `/devices/${this.id}/reboot`);
				return () => lines.indexOf('authenticated', from) > 0;
			}
		}
	}

	/** True where the board has said that it is so. */
	async #switch(relay: RelayId, on: boolean, fault?: Fault, forMs?: number): Promise<boolean> {
		const cannotCome = fault?.what === 'slow' && fault.ms === TOO_SLOW_MS;
		const command = cannotCome ? undefined : this.#pins.commanded(relay, on);
		const end = forMs === undefined || cannotCome ? undefined : this.#pins.endsIn(relay, forMs);
		const { starts } = this.#pins;
		const { status } = await this.#world.ask('PUT', `/devices/${this.id}/relays/${relay}`, { on, forMs });
		this.#pins.answered(command, end);
		if (status === 503) {
			this.#pins.cancel(command, end); // it was not sent
			return false;
		}
		this.#confirmed.delete(relay);
		if (status !== 200) return false;
		this.#pins.endsNoMore(relay, end);
		if (this.#pins.starts === starts && this.board.isOn) this.#confirmed.set(relay, on && forMs === undefined);
		return true;
	}

	async #rotate(): Promise<() => boolean> {
		const { fingerprint } = this.#device.token;
		const { status } = await this.#world.ask('POST', `/devices/${this.id}/token/rotate`);
		if (status === 202) this.#oldFingerprint = fingerprint;
		return () => this.#hasNewKey(fingerprint);
	}

	#hasNewKey(old: string | null): boolean {
		const { token } = this.#device;
		return token.state === 'active' && token.fingerprint !== old;
	}

	async #configure(): Promise<() => boolean> {
		const { status, value } = await this.#world.ask<DeviceConfig>('GET', `/devices/${this.id}/config`);
		if (status !== 200) return () => true;
		const [last] = value.plan.relays;
		const to = PIN.last.find((pin) => pin !== last!.gpio)!;
		this.#pins.lastPins.add(to);
		last!.gpio = to;
		await this.#world.ask('PUT', `/devices/${this.id}/config`, { version: value.config.version, ...value.plan });
		return () => this.#device.config.version > value.config.version && this.#device.config.state === 'applied';
	}

	async #update(image: ImageKind): Promise<() => boolean> {
		this.#mayRunNewer = true;
		this.#world.images.offer(image);
		const { status } = await this.#world.ask('POST', '/updates', { devices: [this.id], evenIfOn: true });
		return () => status !== 202 || this.#updateIsOver;
	}

	get #updateIsOver(): boolean {
		const state = this.#device.update?.state;
		return state === undefined || ['done', 'failed', 'skipped'].includes(state);
	}

	async #flashAnew(revoke: boolean, fault?: Fault): Promise<() => boolean> {
		this.#mayBeRefused = true;
		this.#world.flashing++;
		try {
			if (revoke) await this.#world.ask('POST', `/devices/${this.id}/token/revoke`);
			const made = await this.#world.ask<PendingView>('POST', `/devices/${this.id}/firmware`, { wifi: WIFI });
			this.#oldFingerprint = null;
			if (made.status === 201) await this.#flash(made.value.id, fault).catch(() => undefined); // the hub was away
		} finally {
			this.#world.flashing--;
		}
		return () => this.#device.token.state === 'active' && this.#isOnline;
	}

	async #flash(pending: string, fault?: Fault): Promise<void> {
		const file = await this.#world.browser.configFile(pending);
		do await this.board.cutPower();
		while (this.board.isOn);
		this.#flashedWith = pending;
		this.#configFile = file;
		this.#powerOn(fault?.what === 'power at flash' ? ['--power', `${fault.operation} ${fault.percent}`] : []);
	}

	#powerOn(more: string[] = []): void {
		this.#confirmed.clear();
		this.#pins.powerOn(this.#lostAt ?? performance.now());
		this.board.start(this.#configFile, ...more);
		this.#lostAt = undefined;
		void this.board.ended().then(() => (this.#lostAt = performance.now()));
	}

	/** The line is good and the power is there. */
	async #heal(): Promise<void> {
		this.#proxy.heal();
		if (this.board.isOn) this.board.losePower(0);
		await this.#keepOn();
	}

	/** A board that lost its power has it again. */
	async #keepOn(): Promise<void> {
		if (this.board.isOn) return;
		await this.board.ended();
		if (!this.board.isOn) this.#powerOn();
	}

	/** What must be so when all faults are over. */
	async #check(): Promise<void> {
		await this.#comesBack();
		const { id } = this;
		const { view } = this.#world;
		await this.#becomes('its token is active', () => this.#device.token.state === 'active');
		if (this.#oldFingerprint !== null)
			await this.#becomes('its token is the new one', () => this.#hasNewKey(this.#oldFingerprint));
		this.#oldFingerprint = null;
		await this.#becomes('its configuration is applied', () => this.#device.config.state === 'applied');
		await until(
			() => this.#updateIsOver,
			UPDATE_MS,
			() => `${this.#name}: its update does not end: ${JSON.stringify(this.#device.update)}`,
		);
		const { update, code } = this.#device;
		if (update?.reason && !UPDATE_ENDS.test(update.reason)) throw new Error(`its update ended with: ${update.reason}`);
		await this.#comesBack();
		this.#checkFirmware();
		await this.#checkConfig();
		for (const [relay, on] of this.#confirmed)
			await this.#becomes(
				`relay ${relay} is ${on ? 'on' : 'off'}, as was confirmed`,
				() => this.#pins.state(relay) === on,
			);
		await this.#becomes('the hub shows the relays as they are', () =>
			this.#device.relays.every(({ id, reported }) => reported === this.#pins.state(id as RelayId)),
		);
		const records = [...view.devices.values()].filter((device) => device.code === code);
		if (records.length !== 1) throw new Error(`${code} has ${records.length} records`);
		const left = [...view.pending.values()].find((pending) => pending.code === code || pending.forDevice?.id === id);
		if (left) throw new Error(`there is still a pending device of it: ${JSON.stringify(left)}`);
		const refusal = this.said.find((line) => line.startsWith('refused'));
		if (refusal && !this.#mayBeRefused) throw new Error(`its key was ${refusal}`);
		if (this.#pins.complaints.length > 0) throw new Error(this.#pins.complaints.join('; '));
	}

	/** Its token is revoked, and the firmware in its flash will not change that by itself: not the last one, or too old. */
	get #needsFirmware(): boolean {
		const { token, code } = this.#device;
		const { view } = this.#world;
		if (!view.following || token.state !== 'revoked') return false;
		const awaits = [...view.pending.values()].some((pending) => pending.conflict && pending.code === code);
		return awaits || token.firmware?.pending !== this.#flashedWith;
	}

	/** It does what it is told, over the link, within the time. What a person would do is done: flash it where its token is revoked. */
	async #comesBack(): Promise<void> {
		const end = performance.now() + COMES_BACK_MS;
		for (;;) {
			await this.#keepOn();
			if (this.#mayBeRefused && this.#needsFirmware) await this.#flashAnew(false);
			if (this.#isOnline && this.#pins.hasStarted && (await this.#switch(RELAYS.off, !this.#pins.state(RELAYS.off))))
				return;
			if (performance.now() > end)
				throw new Error(`it did not come back in ${COMES_BACK_MS} ms: ${JSON.stringify(this.#device)}`);
			await pause(20);
		}
	}

	/** One that there has been, and another one than before only where somebody has asked for it. */
	#checkFirmware(): void {
		const { vitals, update } = this.#device;
		const firmware = vitals.firmware!;
		const isKnown = firmware === this.#firmware || (this.#mayRunNewer && this.#world.images.has(firmware));
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
		await this.#becomes(`relay ${RELAYS.last} is on pin ${wanted}`, () => this.#pins.lastPin === wanted);
		this.#pins.lastPins = new Set([wanted]);
	}

	#becomes(what: string, condition: () => boolean): Promise<void> {
		return until(
			() => this.#world.view.following && condition(),
			COMES_BACK_MS,
			() => `it did not come to be that ${what}: ${JSON.stringify(this.#device)}`,
		);
	}
}
