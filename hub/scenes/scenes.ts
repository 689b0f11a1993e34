import type { Change } from '../../protocol/dashboard/changes.ts';
import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import type { Random } from '../base/random.ts';
import { type Result, ok } from '../base/result.ts';
import { KeyedMutex } from '../base/keyed-mutex.ts';
import type { Devices } from '../devices/devices.ts';

export interface ScenesOptions {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	log: Logger;
	devices: Devices;
}

export type SceneRecord = Readonly<SceneView & { createdAt: number }>;

/** The household's scenes and groups. Holds state only; each operation has a file of its own. */
export class Scenes {
	/** oldest first */
	readonly byId = new Map<string, SceneRecord>();
	readonly events: Events<SceneFacts>;
	readonly options: ScenesOptions;
	/** one lock for changes of all scenes, so that their number cannot exceed its limit */
	readonly locks = new KeyedMutex();

	constructor(options: ScenesOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'internal error in an event listener'));
	}

	find(id: string): Result<SceneRecord, Fault> {
		const scene = this.byId.get(id);
		return scene ? ok(scene) : fault('no-such-scene');
	}

	/** Calls `act` when nobody else is changing a scene. */
	withLock<T>(act: () => Promise<T>): Promise<T> {
		return this.locks.run('scenes', act);
	}
}

/** A scene as dashboards show it. */
export function sceneView({ id, name, icon, kind, members }: SceneRecord): SceneView {
	return { id, name, icon, kind, members };
}

/** Facts about scenes, emitted once they are stored. */
export interface SceneFacts {
	SceneMade: { scene: SceneRecord; by: Actor };
	/** Also emitted when one of its devices or relays was removed. */
	SceneChanged: { scene: SceneRecord; changes: Change[]; by: Actor };
	SceneDeleted: { scene: SceneRecord; by: Actor };
	/** All members have ended: how many reported the wanted state, and how many did not. */
	SceneRun: { scene: SceneRecord; by: Actor; done: number; failed: number };
}
