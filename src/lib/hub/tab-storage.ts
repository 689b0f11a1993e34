/** sessionStorage that never throws. In a browser without storage, nothing is stored. */
export const tabStorage = {
	/** null: nothing is stored under this key; undefined: there is no storage */
	get(key: string): string | null | undefined {
		try {
			return sessionStorage.getItem(key);
		} catch {
			return undefined;
		}
	},
	set(key: string, value: string): void {
		try {
			sessionStorage.setItem(key, value);
		} catch {
			// Storage may be switched off or full.
		}
	},
	remove(key: string): void {
		try {
			sessionStorage.removeItem(key);
		} catch {
			// Without storage there is nothing to remove.
		}
	},
};
