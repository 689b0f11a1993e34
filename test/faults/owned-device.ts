import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import type { PendingView } from '../../protocol/dashboard/pending.ts';
import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import type { Hardware } from './hardware.ts';
import type { ImageKind } from './offered-images.ts';
import { PIN } from './pins.ts';
import { type Fault, type Operation, RELAYS, type RelayId, TOO_SLOW_MS } from './script.ts';
import type { World } from './world.ts';

const WIFI = { ssid: 'home', password: 'long enough' };

/** A board's device on the hub: what its owner sees of it, and does with it. */
export class OwnedDevice {
	readonly name: string;
	id = '';
	/** this fingerprint must be another one */
	oldFingerprint: string | null = null;
	/** this run may have changed what it runs */
	mayRunNewer = false;
	/** refusals are right in this run: somebody has taken its token */
	mayBeRefused = false;
	#world: World;
	#hardware: Hardware;

	constructor(world: World, name: string, hardware: Hardware) {
		this.#world = world;
		this.name = name;
		this.#hardware = hardware;
	}

	/** Adds it, and flashes its board with it: it will register. */
	async add(): Promise<void> {
		const pending = await this.#world.browser.addVirtualBoard({
			name: this.name,
			board: 'd1-mini',
			relays: [
				{ id: RELAYS.last, name: 'Last', gpio: PIN.last[0], activeLow: false, powerOn: 'last' },
				{ id: RELAYS.off, name: 'Off', gpio: PIN.off, activeLow: false, powerOn: 'off' },
				{ id: RELAYS.on, name: 'On', gpio: PIN.on, activeLow: false, powerOn: 'on' },
			],
			sensors: [],
			wifi: WIFI,
		});
		await this.#flash(pending.id);
	}

	get view(): DeviceView {
		const device = this.#world.view.devices.get(this.id);
		if (!device) throw new Error(`${this.name} is no device of the hub any more`);
		return device;
	}

	get isOnline(): boolean {
		return this.#world.view.following && this.#hardware.board.isOn && this.view.presence.state === 'online';
	}

	/** Begins an operation; whether it is over by now. */
	async begin(operation: Operation, fault: Fault): Promise<() => boolean> {
		switch (operation.do) {
			case 'switch':
				await this.switch(operation.relay, operation.on, fault);
				return () => true;
			case 'on for':
				await this.switch(operation.relay, true, fault, operation.ms);
				return () => true;
			case 'rotate':
				return this.#rotate();
			case 'configure':
				return this.#configure();
			case 'update':
				return this.#update(operation.image);
			case 'flash anew':
				return this.flashAnew(operation.revoke, fault);
			case 'reboot': {
				const { lines } = this.#hardware.board;
				const from = lines.length;
				await this.#world.ask('POST', `/devices/${this.id}/reboot`);
				return () => lines.indexOf('authenticated', from) > 0;
			}
		}
	}

	/** True where the board has said that it is so. */
	async switch(relay: RelayId, on: boolean, fault?: Fault, forMs?: number): Promise<boolean> {
		const { board, pins, confirmed } = this.#hardware;
		const cannotCome = fault?.what === 'slow' && fault.ms === TOO_SLOW_MS;
		const command = cannotCome ? undefined : pins.commanded(relay, on);
		const end = forMs === undefined || cannotCome ? undefined : pins.endsIn(relay, forMs);
		const { starts } = pins;
		const { status } = await this.#world.ask('PUT', `/devices/${this.id}/relays/${relay}`, { on, forMs });
		pins.answered(command, end);
		if (status === 503) {
			pins.cancel(command, end); // it was not sent
			return false;
		}
		confirmed.delete(relay);
		if (status !== 200) return false;
		pins.endsNoMore(relay, end);
		if (pins.starts === starts && board.isOn) confirmed.set(relay, on && forMs === undefined);
		return true;
	}

	async #rotate(): Promise<() => boolean> {
		const { fingerprint } = this.view.token;
		const { status } = await this.#world.ask('POST', `/devices/${this.id}/token/rotate`);
		if (status === 202) this.oldFingerprint = fingerprint;
		return () => this.hasNewKey(fingerprint);
	}

	/** It is active, and another one than that of this fingerprint. */
	hasNewKey(old: string | null): boolean {
		const { token } = this.view;
		return token.state === 'active' && token.fingerprint !== old;
	}

	async #configure(): Promise<() => boolean> {
		const { status, value } = await this.#world.ask<DeviceConfig>('GET', `/devices/${this.id}/config`);
		if (status !== 200) return () => true;
		const [last] = value.plan.relays;
		const to = PIN.last.find((pin) => pin !== last!.gpio)!;
		this.#hardware.pins.lastPins.add(to);
		last!.gpio = to;
		await this.#world.ask('PUT', `/devices/${this.id}/config`, { version: value.config.version, ...value.plan });
		return () => this.view.config.version > value.config.version && this.view.config.state === 'applied';
	}

	async #update(image: ImageKind): Promise<() => boolean> {
		this.mayRunNewer = true;
		this.#world.images.offer(image);
		const { status } = await this.#world.ask('POST', '/updates', { devices: [this.id], evenIfOn: true });
		return () => status !== 202 || this.updateIsOver;
	}

	get updateIsOver(): boolean {
		const state = this.view.update?.state;
		return state === undefined || ['done', 'failed', 'skipped'].includes(state);
	}

	/** Makes new firmware, and flashes its board with it. */
	async flashAnew(revoke: boolean, fault?: Fault): Promise<() => boolean> {
		this.mayBeRefused = true;
		this.#world.flashing++;
		try {
			if (revoke) await this.#world.ask('POST', `/devices/${this.id}/token/revoke`);
			const made = await this.#world.ask<PendingView>('POST', `/devices/${this.id}/firmware`, { wifi: WIFI });
			this.oldFingerprint = null;
			if (made.status === 201) await this.#flash(made.value.id, fault).catch(() => undefined); // the hub was away
		} finally {
			this.#world.flashing--;
		}
		return () => this.view.token.state === 'active' && this.isOnline;
	}

	async #flash(pending: string, fault?: Fault): Promise<void> {
		await this.#hardware.flash(pending, await this.#world.browser.configFile(pending), fault);
	}
}
