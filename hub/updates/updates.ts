import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
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
	/** by the board's id in the catalogue; undefined where there is none */
	imageOf: (board: string) => Promise<UpdateImage | undefined>;
}

/** One device in the queue. */
export interface Job {
	device: LiveDevice;
	by: Actor;
	evenIfOn: boolean;
	/** it has taken the whole image and starts anew; said before a restart of the hub */
	restarting: boolean;
}

export interface Ending {
	state: 'done' | 'failed' | 'skipped';
	version: string | null;
	/** in words, where it is not done */
	reason: string | null;
}

/** The device whose turn it is. */
export interface Active extends Job {
	image: UpdateImage;
	state: 'sending' | 'checking' | 'restarting';
	/** bytes that are on their way, and bytes the board has said it has */
	sent: number;
	confirmed: number;
	/** as far as bytes were sent on this link; further ones are sent for the first time */
	sentOnce: number;
	/** the most the board has said it has, on any link */
	mostConfirmed: number;
	/** the board has answered the last Begin */
	answered: boolean;
	/** Begins since the board has said that it has more than ever before */
	begins: number;
	/** how often it has said that it has less than before */
	stepsBack: number;
	/** when its progress was told last, monotonic */
	toldAt: number;
	/** it is over when nothing has been heard for so long */
	timer: Timer | null;
	/** it is over then, whatever is heard */
	turn: Timer | null;
	/** it has ended so; 'later': its board is away, others go before it; 'gone': its device was deleted */
	over: (how: Ending | 'later' | 'gone') => void;
}

/** Updates over the link: one device after another. A holder of state only. */
export class Updates {
	readonly options: UpdatesOptions;
	readonly events: Events<UpdateFacts>;
	queue: Job[] = [];
	active: Active | null = null;
	/** somebody takes device after device from the queue */
	running = false;
	/** the queue is looked at again then */
	soon: Timer | null = null;
	/** the hub stops: nothing is begun any more */
	stopped = false;
	/** how the last update of a device ended, until the next one */
	readonly ended = new Map<string, UpdateView>();
	/** what changes the queue, one after the other */
	readonly turns = new KeyedMutex();

	constructor(options: UpdatesOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'a listener failed'));
	}

	/** What is shown of a device's update, null where there is nothing to show. */
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

/** What updates tell, after it is so. */
export interface UpdateFacts {
	/** The picture of a device's update is another. */
	UpdateChanged: { device: LiveDevice };
	/** `before`: what it ran until now, null where it never told. */
	UpdateStarted: { device: LiveDevice; before: string | null; version: string; by: Actor };
	/** Seen back at the hub with its new firmware: only this is success. */
	UpdateDone: { device: LiveDevice; version: string };
	UpdateFailed: { device: LiveDevice; version: string; reason: string };
}
