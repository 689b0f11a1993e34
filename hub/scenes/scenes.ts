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

/** The household's scenes and groups. A holder of state only; what happens to them stands in the operations. */
export class Scenes {
	/** oldest first */
	readonly byId = new Map<string, SceneRecord>();
	readonly events: Events<SceneFacts>;
	readonly options: ScenesOptions;
	/** one change after the other, also of two scenes: there are never too many */
	readonly turns = new KeyedMutex();

	constructor(options: ScenesOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'a listener failed'));
	}

	find(id: string): Result<SceneRecord, Fault> {
		const scene = this.byId.get(id);
		return scene ? ok(scene) : fault('no-such-scene');
	}

	/** Calls `act` when nobody else is changing a scene. */
	inTurn<T>(act: () => Promise<T>): Promise<T> {
		return this.turns.run('scenes', act);
	}
}

/** As dashboards are shown it. */
export function sceneView({ id, name, icon, kind, members }: SceneRecord): SceneView {
	return { id, name, icon, kind, members };
}

/** What the scenes tell, after it is so. */
export interface SceneFacts {
	SceneMade: { scene: SceneRecord; by: Actor };
	/** Also when one of its devices or relays was removed, by whoever did that. */
	SceneChanged: { scene: SceneRecord; changes: string[]; by: Actor };
	SceneDeleted: { scene: SceneRecord; by: Actor };
	/** Every member has ended: how many did what was asked, and how many did not. */
	SceneRun: { scene: SceneRecord; by: Actor; done: number; failed: number };
}
