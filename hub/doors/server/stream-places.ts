/** Files that may be made and sent at the same time: each holds in memory what its reader has not read. */
export const MAX_STREAMS = 4;
/** Of one person, by whichever sessions and API tokens, so that whoever reads slowly does not hold all of them. */
export const MAX_STREAMS_OF_ONE = 2;

export interface HeldPlace {
	/** false if all are taken, or too many by this person */
	take(person: string): boolean;
	/** Does nothing if none is held. */
	giveBack(): void;
}

/** Who makes files at the moment. A place is taken before a file is made, since a whole backup is work. */
export class StreamPlaces {
	#taken = 0;
	#ofOne = new Map<string, number>();

	/** What one request holds: no place yet. */
	hold(): HeldPlace {
		let person: string | undefined;
		return {
			take: (of) => {
				const own = this.#ofOne.get(of) ?? 0;
				if (this.#taken >= MAX_STREAMS || own >= MAX_STREAMS_OF_ONE) return false;
				this.#taken++;
				this.#ofOne.set(of, own + 1);
				person = of;
				return true;
			},
			giveBack: () => {
				if (person === undefined) return;
				this.#taken--;
				const left = this.#ofOne.get(person)! - 1;
				if (left > 0) this.#ofOne.set(person, left);
				else this.#ofOne.delete(person);
				person = undefined;
			},
		};
	}
}
