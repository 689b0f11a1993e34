/** Waits for conditions that can change only when changed() is called. */
export class Waiting {
	#checks = new Set<() => void>();

	/** Checks the conditions again. */
	changed(): void {
		for (const check of [...this.#checks]) check();
	}

	/** Resolves as soon as `condition` holds; after `ms` it fails with what `failure` says. */
	until(condition: () => unknown, ms: number, failure: () => string): Promise<void> {
		return new Promise((resolve, reject) => {
			const end = () => {
				clearTimeout(timer);
				this.#checks.delete(check);
			};
			const check = () => {
				if (!condition()) return;
				end();
				resolve();
			};
			const timer = setTimeout(() => {
				end();
				reject(new Error(failure()));
			}, ms);
			this.#checks.add(check);
			check();
		});
	}
}
