/** Runs operations with the same key one after another, in the order they were requested. */
export class KeyedMutex {
	#last = new Map<string, Promise<unknown>>();

	run<T>(key: string, act: () => Promise<T>): Promise<T> {
		const before = this.#last.get(key) ?? Promise.resolve();
		const turn = before.then(act, act);
		this.#last.set(key, turn);
		const forget = () => void (this.#last.get(key) === turn && this.#last.delete(key));
		turn.then(forget, forget);
		return turn;
	}
}
