/** What is kept for this tab alone. A browser that lets nothing be kept has none of it, and goes on. */
export const tabStorage = {
	/** null: nothing is kept under this key; undefined: nothing can be kept at all */
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
			// It may be switched off, or full.
		}
	},
	remove(key: string): void {
		try {
			sessionStorage.removeItem(key);
		} catch {
			// Nothing was kept.
		}
	},
};
