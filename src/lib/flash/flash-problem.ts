/** Why flashing failed. The sentences are in words/flash.ts. */
export type ProblemKind =
	/** the person closed the browser's dialog without a port */
	| 'no-port'
	/** another program or tab uses the port, or the system denies access */
	| 'port-busy'
	/** nothing at the port answers like a boot loader */
	| 'no-answer'
	/** the image is for another chip family */
	| 'wrong-chip'
	/** the cable was pulled, or the board lost its power */
	| 'cable'
	/** the person stopped it */
	| 'stopped'
	/** a part of the image could not be fetched from the hub, or came damaged */
	| 'download'
	/** the flash does not contain what was written */
	| 'not-verified'
	| 'other';

export class FlashProblem extends Error {
	readonly kind: ProblemKind;
	/** for `wrong-chip` the chip found, for `download` the file, for `other` the message of esptool-js */
	readonly detail: string;

	constructor(kind: ProblemKind, detail = '') {
		super(`flashing: ${kind} ${detail}`);
		this.kind = kind;
		this.detail = detail;
	}
}
