import type { Fault } from '../base/result.ts';
import type { SceneRecord } from './scenes.ts';

/** What the scenes tell, after it is so. `by` is the name of the person who did it. */
export interface SceneFacts {
	SceneMade: { scene: SceneRecord; by: string };
	/** Also when one of its devices or relays was removed, by whoever did that. */
	SceneChanged: { scene: SceneRecord; changes: string[]; by: string };
	SceneDeleted: { scene: SceneRecord; by: string };
	/** Every member has ended: how many did what was asked, and how many did not. */
	SceneRun: { scene: SceneRecord; by: string; done: number; failed: number };
}

export type SceneFault =
	| Fault<'no-such-scene' | 'too-many-scenes'>
	/** `field` is the path into the body, "members.0.relay" */
	| (Fault<'bad-scene'> & { field: string });
