/** What is at one place of the house, such as a device's name; undefined: nothing. */
export type Value = string | undefined;

/** A change that somebody asks the hub for. */
export interface Write {
	/** where; one write at a time is under way for each */
	key: string;
	/** what is there when it is done */
	value: Value;
	/** for people: "the name of device x is Kitchen 7" */
	words: string;
}

/** The hub was asked, and its answer did not come: it may be done or not. It can be done again. */
export interface Doubt extends Write {
	repeat: () => Promise<unknown>;
}

/** What came of a write that was begun; exactly one of these is called. */
export interface Attempt {
	acknowledged(): void;
	/** the hub said in words that nothing was changed */
	refused(): void;
	unanswered(repeat: () => Promise<unknown>): void;
}

interface Entry {
	value: Value;
	words: string;
	/** when it was answered, Unix ms */
	at: number;
	doubt: Doubt | undefined;
}

/** Every write that a hub has acknowledged, as it must be found afterwards, whatever has happened to the hub. */
export class Ledger {
	acknowledged = 0;
	unanswered = 0;
	refused = 0;
	#entries = new Map<string, Entry>();

	/** Before the hub is asked: from now on it may be done. */
	begin(write: Write): Attempt {
		const { key, value, words } = write;
		const entry = this.#entries.get(key) ?? {
			value: undefined,
			words: `nothing at "${key}"`,
			at: Date.now(),
			doubt: undefined,
		};
		this.#entries.set(key, entry);
		return {
			acknowledged: () => {
				this.acknowledged++;
				Object.assign(entry, { value, words, at: Date.now(), doubt: undefined });
			},
			refused: () => void this.refused++,
			unanswered: (repeat) => {
				this.unanswered++;
				entry.doubt = { ...write, repeat };
			},
		};
	}

	/** What a house held before the first write. */
	note({ key, value, words }: Write): void {
		this.#entries.set(key, { value, words, at: Date.now(), doubt: undefined });
	}

	/** Nobody is asked for this any more. */
	forget(key: string): void {
		this.#entries.delete(key);
	}

	/**
	 * Compares with what is there now. `lost` says in words which acknowledged writes are not; `undone` are writes
	 * without an answer that were not done, and can be repeated. What is there counts from now on.
	 */
	compare(house: ReadonlyMap<string, string>): { lost: string[]; undone: Doubt[] } {
		const lost: string[] = [];
		const undone: Doubt[] = [];
		for (const [key, entry] of this.#entries) {
			const there = house.get(key);
			const { doubt, value } = entry;
			if (doubt && there === doubt.value) Object.assign(entry, { value: there, words: doubt.words, doubt: undefined });
			else if (there !== value) lost.push(inWords(entry, there));
			else if (doubt) undone.push(doubt);
			Object.assign(entry, { value: there, doubt: undefined });
		}
		return { lost, undone };
	}
}

function inWords({ words, at }: Entry, there: Value): string {
	const time = new Date(at).toISOString().slice(11, 23);
	return `${words}: answered at ${time} UTC, but ${there === undefined ? 'it is not there' : `what is there is ${there}`}`;
}
