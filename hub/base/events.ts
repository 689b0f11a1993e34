/** A typed bus for facts. A listener that throws stops neither the other listeners nor the emitter. */
export class Events<Facts extends object> {
	#listeners = new Map<keyof Facts, Set<(fact: never) => void>>();
	#onFailure: (error: unknown) => void;

	constructor(
		onFailure: (error: unknown) => void = (error) =>
			queueMicrotask(() => {
				throw error;
			}),
	) {
		this.#onFailure = onFailure;
	}

	on<K extends keyof Facts>(name: K, listener: (fact: Facts[K]) => void): () => void {
		const set = this.#listeners.get(name) ?? new Set();
		this.#listeners.set(name, set.add(listener));
		return () => void set.delete(listener);
	}

	emit<K extends keyof Facts>(name: K, fact: Facts[K]): void {
		for (const listener of this.#listeners.get(name) ?? []) {
			try {
				(listener as (fact: Facts[K]) => void)(fact);
			} catch (error) {
				this.#onFailure(error);
			}
		}
	}
}
