import type { Unit } from '../../../protocol/device_pb.ts';
import type { Flash } from './flash.ts';
import type { Images } from './images.ts';
import type { Pins } from './pins.ts';

/** What the firmware needs from the machine it runs on; firmware/core/hal.h describes each. */
export interface Machine {
	flash: Flash;
	images: Images;
	pins: Pins;
	sensors: Sensors;
	radio: Radio;
	socket: Socket;
	serial: Serial;
	/** since it was switched on */
	monotonicMs(): number;
	/** undefined if it does not know the time */
	unixMs(): number | undefined;
	setUnixMs(now: number): void;
	random(size: number): Uint8Array;
	log(text: string): void;
	/** Restarts the board as soon as the firmware has returned. */
	restart(): void;
}

export interface PlacedSensor {
	id: number;
	type: number;
	pin: number;
	/** in hex, of one that shares its wire */
	address: string | undefined;
}

export interface Sensors {
	isPossible(type: number, pin: number, pin2: number): boolean;
	/** All quantities of such a sensor. */
	read(sensor: PlacedSensor): { unit: Unit; value: number }[];
	/** The sensors on the one-wire bus of a pin; addresses in hex. */
	onWire(pin: number): { address: string; celsius: number }[];
}

/** The numbers of the core's `Tcp`. */
export const TCP = { connecting: 0, open: 1, closed: 2 } as const;

/** One connection at a time. */
export interface Socket {
	readonly state: keyof typeof TCP;
	connect(host: string, port: number): boolean;
	/** Returns the bytes accepted; 0 if there is no room now, -1 if the connection is gone. */
	send(from: Uint8Array): number;
	/** Returns the bytes read; 0 if there are none yet, -1 if the connection is gone. */
	receive(out: Uint8Array): number;
	close(): void;
}

export interface Serial {
	/** Returns the bytes read; 0 if there are none. */
	read(out: Uint8Array): number;
	write(from: Uint8Array): boolean;
}

/** The numbers of the core's `WifiState`. */
export const WIFI = { away: 0, joined: 1, notFound: 2, wrongPassword: 3 } as const;
/** The numbers of the core's `Heard`. */
export const HEARD = { notYet: 0, network: 1, noMore: 2 } as const;
/** The address of a board in a simulated Wi-Fi, which leads to this machine's network. */
export const LINKED = [127, 0, 0, 1];

export interface HeardNetwork {
	ssid: string;
	/** dBm */
	rssi: number;
	open: boolean;
}

export interface Radio {
	readonly state: number;
	/** the network it is on */
	readonly joined: HeardNetwork | undefined;
	join(ssid: string, password: string): void;
	scan(): void;
	heard(index: number): { heard: number; network?: HeardNetwork };
}
