import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { Fault } from '../../protocol/dashboard/faults.ts';
import type { UpdateView } from '../../protocol/dashboard/updates.ts';
import type { Actor } from '../base/actor.ts';
import type { Clock, Timer } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import { KeyedMutex } from '../base/keyed-mutex.ts';
import type { Devices } from '../devices/devices.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import type { UpdateImage } from '../firmware-images/update-image.ts';

export interface UpdatesOptions {
	orm: MikroORM;
	clock: Clock;
	log: Logger;
	devices: Devices;
	/** by the board's id in the catalogue; undefined if there is none */
	imageOf: (board: string) => Promise<UpdateImage | undefined>;
}

/** One device in the queue. */
export interface Job {
	device: LiveDevice;
	by: Actor;
	evenIfOn: boolean;
	/** before a restart of the hub, the board had received the whole image and was restarting */
	restarting: boolean;
}

export interface Ending {
	state: 'done' | 'failed' | 'skipped';
	version: string | null;
	/** if it is not done */
	reason: Fault | null;
}

/** The device whose turn it is. */
export interface Active extends Job {
	image: UpdateImage;
	state: 'sending' | 'checking' | 'restarting';
	/** bytes that were sent, and bytes that the board has confirmed */
	sent: number;
	confirmed: number;
	/** up to where bytes were sent on this link; later ones are sent for the first time */
	sentOnce: number;
	/** the most the board has confirmed, on any link */
	mostConfirmed: number;
	/** the board has answered the last Begin */
	answered: boolean;
	/** Begins since the board has last confirmed more than ever before */
	begins: number;
	/** how often it has confirmed less than before */
	stepsBack: number;
	/** when its progress was last announced, monotonic */
	toldAt: number;
	/** fires when the board has been silent for too long */
	timer: Timer | null;
	/** fires when the whole update has taken too long */
	turn: Timer | null;
	/** ends the turn; 'later': its board is away, others go first; 'gone': its device was deleted */
	finish: (how: Ending | 'later' | 'gone') => void;
}

/** Updates over the link: one device after another. Holds state only. */
export class Updates {
	readonly options: UpdatesOptions;
	readonly events: Events<UpdateFacts>;
	queue: Job[] = [];
	/** where the next device stands in the stored queue: behind all that were ever in it */
	nextPlace = 0;
	active: Active | null = null;
	/** `runNext` is working through the queue */
	running = false;
	/** timer after which the queue is continued */
	soon: Timer | null = null;
	/** the hub stops: no update is begun any more */
	stopped = false;
	/** how the last update of a device ended, until the next one */
	readonly ended = new Map<string, UpdateView>();
	/** lock for adding to the queue */
	readonly locks = new KeyedMutex();

	constructor(options: UpdatesOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'internal error in an event listener'));
	}

	/** What is shown of a device's update; null if there is nothing to show. */
	view(id: string): UpdateView | null {
		const { active } = this;
		if (active?.device.record.id === id)
			return {
				state: active.state,
				version: active.image.version,
				percent: Math.floor((100 * active.confirmed) / active.image.bytes.length),
				reason: null,
			};
		if (this.queue.some(({ device }) => device.record.id === id))
			return { state: 'waiting', version: null, percent: null, reason: null };
		return this.ended.get(id) ?? null;
	}
}

/** Facts about updates, emitted once they are true. */
export interface UpdateFacts {
	/** What is shown of a device's update changed. */
	UpdateChanged: { device: LiveDevice };
	/** `before`: the version it ran until now; null if it never reported one. */
	UpdateStarted: { device: LiveDevice; before: string | null; version: string; by: Actor };
	/** The board is back with its new firmware: only this counts as success. */
	UpdateDone: { device: LiveDevice; version: string };
	UpdateFailed: { device: LiveDevice; version: string; reason: Fault };
}
