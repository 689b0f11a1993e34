/** Why flashing ended before its time; each has its own words in words/flash.ts. */
export type ProblemKind =
	/** the person closed the browser's dialog without a port */
	| 'no-port'
	/** another program, or another tab, has the port; or the system does not let it be opened */
	| 'port-busy'
	/** nothing at the port speaks the loader's protocol */
	| 'no-answer'
	/** another family of chips than the image is for */
	| 'wrong-chip'
	/** the cable was pulled, or the board lost its power */
	| 'cable'
	/** the person stopped it */
	| 'stopped'
	/** a part of the image could not be fetched from the hub, or came damaged */
	| 'download'
	/** the flash does not hold what was written */
	| 'not-verified'
	| 'other';

export class FlashProblem extends Error {
	readonly kind: ProblemKind;
	/** the chip that is there, for wrong-chip; what the loader said, for other */
	readonly detail: string;

	constructor(kind: ProblemKind, detail = '') {
		super(`flashing: ${kind} ${detail}`);
		this.kind = kind;
		this.detail = detail;
	}
}
