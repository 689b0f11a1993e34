import type { Clock, Timer } from '../../base/clock.ts';
import { HEARD, type HeardNetwork, type Radio, WIFI } from './machine.ts';

/** Real Wi-Fi takes seconds, which a simulated one need not. */
const JOINING_MS = 100;
const SCANNING_MS = 200;
/** Signal strengths, dBm: of the first network, and the difference to each next one. */
const NEAREST = -42;
const FARTHER = -9;

interface Network {
	ssid: string;
	password: string;
	on: boolean;
}

/** The Wi-Fi of a virtual board that has to join one: simulated networks, each connected to this machine's network. */
export class MadeUpRadio implements Radio {
	#clock: Clock;
	#changed: () => void;
	#room: Network[] = [];
	#asked = { ssid: '', password: '' };
	#joining: Timer | undefined;
	#scanning: Timer | undefined;
	#settled = false;
	/** it was on the network it was asked to join: if that network disappears it is away, not "not found" */
	#wasOn = false;

	/** `changed` is called when the state or the result of a scan has changed. */
	constructor(clock: Clock, changed: () => void) {
		this.#clock = clock;
		this.#changed = changed;
	}

	/** Without any network around it, a board uses this machine's network directly. */
	get isThere(): boolean {
		return this.#room.length > 0;
	}

	/** Adds a network, as "home=secret"; with an empty password an open one. False if the text is not valid. */
	add(text: string): boolean {
		const equals = text.indexOf('=');
		if (equals < 1) return false;
		this.#room.push({ ssid: text.slice(0, equals), password: text.slice(equals + 1), on: true });
		return true;
	}

	/** Switches an access point on or off. */
	turn(ssid: string, on: boolean): void {
		for (const network of this.#room) if (network.ssid === ssid) network.on = on;
		this.#changed();
	}

	join(ssid: string, password: string): void {
		this.#asked = { ssid, password };
		this.#wasOn = this.#settled = false;
		this.#joining?.cancel();
		this.#joining = this.#clock.after(JOINING_MS, () => {
			this.#settled = true;
			this.#changed();
		});
	}

	get state(): number {
		if (!this.#settled) return WIFI.away;
		const network = this.#room.find(({ ssid }) => ssid === this.#asked.ssid);
		if (!network?.on) {
			if (!this.#wasOn) return WIFI.notFound;
			this.#settled = false; // it does not come back by itself
			return WIFI.away;
		}
		if (network.password !== this.#asked.password) return WIFI.wrongPassword;
		this.#wasOn = true;
		return WIFI.joined;
	}

	get joined(): HeardNetwork | undefined {
		return this.state === WIFI.joined ? this.#all.find(({ ssid }) => ssid === this.#asked.ssid) : undefined;
	}

	scan(): void {
		if (this.state !== WIFI.joined) {
			this.#joining?.cancel();
			this.#settled = false;
		}
		this.#scanning?.cancel();
		this.#scanning = this.#clock.after(SCANNING_MS, () => {
			this.#scanning = undefined;
			this.#changed();
		});
	}

	heard(index: number): { heard: number; network?: HeardNetwork } {
		if (this.#scanning) return { heard: HEARD.notYet };
		const network = this.#all.filter(({ on }) => on)[index];
		return network ? { heard: HEARD.network, network } : { heard: HEARD.noMore };
	}

	powerOff(): void {
		this.#joining?.cancel();
		this.#scanning?.cancel();
		this.#scanning = undefined;
		this.#settled = false;
	}

	get #all(): (HeardNetwork & { on: boolean })[] {
		return this.#room.map(({ ssid, password, on }, index) => ({
			ssid,
			rssi: NEAREST + FARTHER * index,
			open: password === '',
			on,
		}));
	}
}
