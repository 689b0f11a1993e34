/** One after the other for each key: what two people ask of one thing at the same moment is done in turn. */
export class KeyedMutex {
	#last = new Map<string, Promise<unknown>>();

	run<T>(key: string, act: () => Promise<T>): Promise<T> {
		const before = this.#last.get(key) ?? Promise.resolve();
		const turn = before.then(act, act);
		this.#last.set(key, turn);
		const over = () => void (this.#last.get(key) === turn && this.#last.delete(key));
		turn.then(over, over);
		return turn;
	}
}
