import type { ApiError } from '../../protocol/dashboard/errors.ts';
import type { Events } from '../base/events.ts';

/** Whom a door refused: a board on its link, a board that polls, a request, a command of an open dashboard, a reader of the figures. */
export type RefusingDoor = 'board' | 'polling' | 'api' | 'live' | 'metrics';

/** Why. A closed list, so that the figures have a bounded number of labels: never a name, an address or an id. */
export type RefusalCode =
	| ApiError['code']
	| 'conflict'
	| 'malformed'
	| 'revoked'
	| 'timeout'
	| 'too-much'
	| 'unknown'
	| 'origin'
	| 'protocol'
	| 'no-room'
	| 'stopping';

/** What the doors tell of themselves, for the figures of the hub. */
export interface DoorFacts {
	/** A board has proven on a new link that it holds the key it named. */
	BoardProven: object;
	Refused: { door: RefusingDoor; code: RefusalCode };
}

export type DoorEvents = Events<DoorFacts>;
