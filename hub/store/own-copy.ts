/**
 * A copy for the ORM, which turns every undefined inside of what it writes into null: also in an object that goes on being
 * used. Only plain objects and lists are copied.
 */
export function ownCopy<T extends object>(change: T): T {
	return Object.fromEntries(
		Object.entries(change).map(([key, value]) => [key, isPlain(value) ? structuredClone(value) : value]),
	) as T;
}

function isPlain(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
