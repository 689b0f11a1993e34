import type { Events } from '../base/events.ts';
import type { DeviceFacts } from '../devices/facts.ts';
import type { DoorEvents, RefusalCode, RefusingDoor } from './door-facts.ts';

/** How a command to a relay ended. */
type Outcome = DeviceFacts['CommandEnded']['outcome'];

export interface Refusals {
	door: RefusingDoor;
	code: RefusalCode;
	count: number;
}

/** Counts what happens, by listening. From the start of the hub; none of it is stored. */
export class Counters {
	readonly commands: Record<Outcome, number> = {
		done: 0,
		refused: 0,
		'no-answer': 0,
		'link-lost': 0,
		replaced: 0,
	};
	handshakes = 0;
	/** by door and code */
	#refusals = new Map<string, Refusals>();

	constructor(devices: { events: Events<DeviceFacts> }, doors: DoorEvents) {
		devices.events.on('CommandEnded', ({ outcome }) => void this.commands[outcome]++);
		doors.on('BoardProven', () => void this.handshakes++);
		doors.on('Refused', ({ door, code }) => this.#refused(door, code));
	}

	get refusals(): Refusals[] {
		return [...this.#refusals.values()];
	}

	/** Deadlines by which something should have been answered and was not. */
	get deadlinesMissed(): { command: number; handshake: number } {
		return {
			command: this.commands['no-answer'],
			handshake: this.#refusals.get(keyOf('board', 'timeout'))?.count ?? 0,
		};
	}

	#refused(door: RefusingDoor, code: RefusalCode): void {
		const key = keyOf(door, code);
		const known = this.#refusals.get(key);
		if (known) known.count++;
		else this.#refusals.set(key, { door, code, count: 1 });
	}
}

function keyOf(door: RefusingDoor, code: RefusalCode): string {
	return `${door} ${code}`;
}
